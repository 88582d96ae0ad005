import {expect} from '@open-wc/testing';
import {NetworkError} from '../../src/errors/network-error.js';
import {networkCauses} from '../../src/tinybird/network-causes.js';

const causesAt = (host: string) =>
  networkCauses(new NetworkError('No answer.', {pipe: 'sales'}), {host, pipe: 'sales', params: {}});

describe('networkCauses', () => {
  const cases: [string, string, readonly string[]][] = [
    ['a known region', 'https://api.us-east.aws.tinybird.co', ['blocker', 'Open https://api']],
    [
      'a region that is not known',
      'https://api.us-east-1.aws.tinybird.co',
      ['known regions: https://api.tinybird.co', 'blocker', 'Open https://api'],
    ],
    ['a host of its own', 'https://stats.acme.test', ['CORS', 'Open https://stats', 'blocker']],
    ['a local server', 'http://localhost:7181', ['Nothing listens', 'CORS']],
  ];
  for (const [what, host, texts] of cases) {
    it(`ranks the causes for ${what}`, () => {
      const causes = causesAt(host);

      expect(causes).to.have.length(texts.length);
      texts.forEach((text, at) => expect(causes[at]).to.contain(text));
      for (const cause of causes) expect(cause).to.match(/\. (Check|Compare|Open) /);
    });
  }

  it('leaves failures of something else than a query to their own message', () => {
    const error = new NetworkError('Clerk cannot be reached.');

    expect(
      networkCauses(error, {host: 'https://api.tinybird.co', pipe: 'sales', params: {}}),
    ).to.eql([]);
  });
});
