import {expect} from '@open-wc/testing';
import {isChartError} from '../../src/errors/chart-error.js';
import {isLoopback, parseHost} from '../../src/tinybird/host.js';

const securePage = pageAt('https://app.example.com');
const localPage = pageAt('http://localhost:5173');

function pageAt(address: string) {
  const {origin, protocol, hostname} = new URL(address);
  return {origin, protocol, hostname};
}

function refusal(text: string, rules: Parameters<typeof parseHost>[1]) {
  try {
    parseHost(text, rules);
  } catch (error) {
    if (isChartError(error)) return error;
  }
  throw new Error(`${text} was allowed`);
}

describe('parseHost', () => {
  const allowed: [string, string, ReturnType<typeof pageAt>][] = [
    ['https://api.tinybird.co', 'https://api.tinybird.co', securePage],
    ['  https://api.us-east.aws.tinybird.co/  ', 'https://api.us-east.aws.tinybird.co', securePage],
    ['https://API.tinybird.co/v0/pipes', 'https://api.tinybird.co', securePage],
    ['https://app.example.com/proxy', 'https://app.example.com', securePage],
    ['http://localhost:7181', 'http://localhost:7181', localPage],
    ['http://127.0.0.1:7181', 'http://127.0.0.1:7181', localPage],
    ['http://[::1]:7181', 'http://[::1]:7181', localPage],
    ['http://127.0.0.1:7181', 'http://127.0.0.1:7181', pageAt('https://localhost')],
    ['http://charts.internal', 'http://charts.internal', pageAt('http://charts.internal')],
    // As the address bar reads them: tabs and line breaks are dropped, a backslash is a slash.
    ['https://api.tiny\tbird.co', 'https://api.tinybird.co', securePage],
    ['https://api.tinybird.co\n', 'https://api.tinybird.co', securePage],
    ['https:\\\\api.tinybird.co\\v0', 'https://api.tinybird.co', securePage],
    ['https://api.tinybird.co\\@evil.example', 'https://api.tinybird.co', securePage],
    ['https://api.tinybird.co:443', 'https://api.tinybird.co', securePage],
    ['https://api%2Etinybird%2Eco', 'https://api.tinybird.co', securePage],
    ['http://[0:0:0:0:0:0:0:1]:7181', 'http://[::1]:7181', localPage],
    ['http://2130706433:7181', 'http://127.0.0.1:7181', localPage],
  ];
  for (const [text, origin, page] of allowed) {
    it(`allows ${text.trim()} from ${page.origin}`, () => {
      expect(parseHost(text, {page})).to.equal(origin);
    });
  }

  const strangers = [
    'https://tinybird.co.evil.example',
    'https://eviltinybird.co',
    'https://api.tinybird.co.',
    'https://evil.example/api.tinybird.co',
    'https://api.tinybird.co.evil.example',
    'https://evil.example\\.tinybird.co',
    'https://evil.example\n.tinybird.co.evil.example',
    'https://evil.example?.tinybird.co',
    // A Cyrillic letter, a dotless i and a full stop of another width in front of another domain.
    'https://api.tinybіrd.co',
    'https://api.tınybird.co',
    'https://evil.example。tinybird.co.example',
    'https://[::1]',
    'https://[::ffff:127.0.0.1]',
    'https://0.0.0.0',
    'https://evil.example#.tinybird.co',
    'https://api.tinybird.co:8443',
    'http://localhost:7181',
    'https://127.0.0.1',
  ];
  for (const text of strangers) {
    it(`sends no token to ${text} from ${securePage.origin}`, () => {
      expect(refusal(text, {page: securePage}).code).to.equal('host-not-allowed');
    });
  }

  const unusable = [
    '',
    'api.tinybird.co',
    '/tinybird',
    'ftp://api.tinybird.co',
    'javascript:alert(1)',
    'https://user:secret@api.tinybird.co',
    'https://secret@api.tinybird.co',
    'https://api.tinybird.co@evil.example',
    'https://api.tinybird.co:secret@evil.example',
    'https://:secret@api.tinybird.co',
    'https://evil.example%2F.tinybird.co',
    'https://evil.example%00.tinybird.co',
    'https://',
    'https://api.tinybird.co:99999',
    'http://api.tinybird.co',
    'http://app.example.com',
  ];
  for (const text of unusable) {
    it(`calls "${text}" a mistake on ${securePage.origin}`, () => {
      const error = refusal(text, {page: securePage});

      expect(error.code).to.equal('misconfigured');
      expect(error.message).not.to.contain('secret');
    });
  }

  const completed = [
    ['api.us-east.aws.tinybird.co', 'Write https://api.us-east.aws.tinybird.co.'],
    ['localhost:7181', 'Write http://localhost:7181.'],
    ['us-east', 'Expected an API address'],
    ['javascript:alert(1)', 'Expected an API address'],
    ['data:text/html,x', 'Expected an API address'],
  ] as const;
  for (const [text, advice] of completed) {
    it(`says of ${text}: ${advice}`, () => {
      expect(refusal(text, {page: securePage}).message).to.contain(advice);
    });
  }

  it('sends no token over http to Tinybird from an http page', () => {
    const error = refusal('http://api.tinybird.co', {page: localPage});

    expect(error.code).to.equal('host-not-allowed');
  });

  for (const name of ['ui', 'app', 'cloud']) {
    it(`names the API address for ${name}.us-east.aws.tinybird.co`, () => {
      const error = refusal(`https://${name}.us-east.aws.tinybird.co`, {page: securePage});

      expect(error.code).to.equal('misconfigured');
      expect(error.message).to.contain('https://api.us-east.aws.tinybird.co');
    });
  }

  it('allows an origin that the page lists', () => {
    const rules = {page: securePage, allowedHosts: ['nonsense', 'https://charts.example.com/v0']};

    expect(parseHost('https://charts.example.com', rules)).to.equal('https://charts.example.com');
  });

  it('does not take the opaque origin of a file page for its own', () => {
    const page = {origin: 'null', protocol: 'file:', hostname: ''};

    expect(refusal('https://evil.example', {page}).code).to.equal('host-not-allowed');
  });
});

describe('isLoopback', () => {
  for (const name of ['localhost', 'chart.localhost', '127.0.0.1', '127.1.2.3', '[::1]']) {
    it(`is true of ${name}`, () => expect(isLoopback(name)).to.equal(true));
  }
  for (const name of ['localhost.example.com', '127.0.0.1.example.com', '128.0.0.1', '']) {
    it(`is false of "${name}"`, () => expect(isLoopback(name)).to.equal(false));
  }
});
