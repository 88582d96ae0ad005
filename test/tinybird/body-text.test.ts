import {expect} from '@open-wc/testing';
import {readBodyText} from '../../src/tinybird/body-text.js';

const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzY29wZXMiOltdfQ.c2lnbmF0dXJl';

describe('readBodyText', () => {
  const cases: [string, string, string][] = [
    ['the error of the envelope', '{"error": "Bad", "documentation": "x"}', 'Bad'],
    ['a JSON string', '"Bad"', 'Bad'],
    ['plain text', 'Bad Gateway', 'Bad Gateway'],
    ['HTML without tags', '<html><h1>502</h1>\n<p>Bad</p></html>', '502 Bad'],
    ['nothing for nothing', '', ''],
    ['other JSON as it is', '{"message":"Bad"}', '{"message":"Bad"}'],
    ['one line', '{"error": "a\\n\\tb\\u0000c\\u001b[31md\\u202e"}', 'a b c [31md'],
  ];
  for (const [what, body, text] of cases) {
    it(`gives ${what}`, () => expect(readBodyText(body, 'secret')).to.equal(text));
  }

  const leaks: [string, string][] = [
    ['the token sent', `{"error": "token ${jwt} is invalid"}`],
    ['the token sent, in part', `{"error": "at ${jwt.split('.').slice(0, 2).join('.')}"}`],
    ['a static token', '{"error": "p.eyJ1IjogIjEifQ.c2lnbmF0dXJl is invalid"}'],
    ['a token in an address', '{"error": "GET /v0/pipes/a.json?token=c2lnbmF0dXJl&x=1"}'],
    ['a token in an encoded address', `{"error": "?TOKEN=c2lnbmF0dXJl"}`],
  ];
  for (const [what, body] of leaks) {
    it(`hides ${what}`, () => {
      const text = readBodyText(body, jwt);

      expect(text).to.contain('[token]');
      expect(text).not.to.match(/eyJ|c2lnbmF0dXJl/);
    });
  }

  it('hides a token without any shape', () => {
    expect(readBodyText('{"error": "opaque-1234 is unknown"}', 'opaque-1234')).to.equal(
      '[token] is unknown',
    );
  });

  it('is at most 300 characters', () => {
    const text = readBodyText('x'.repeat(1_000_000), 'secret');

    expect(text).to.have.length(300);
    expect(text.endsWith('…')).to.equal(true);
  });

  it('hides a signature that stands alone', () => {
    const signature = jwt.split('.')[2] ?? '';
    const long = `${jwt}${signature.padEnd(40, 'x')}`;

    const text = readBodyText(`signature ${long.split('.')[2]} differs`, long);

    expect(text).to.equal('signature [token] differs');
  });

  it('hides a token that is repeated up to the end of what is read', () => {
    const text = readBodyText('opaque-1234 '.repeat(1_000), 'opaque-1234');

    expect(text).not.to.contain('opaque');
  });

  it('reads a page of tags without an end in one pass', () => {
    expect(readBodyText('<'.repeat(1_000_000), 'secret')).to.equal(`${'<'.repeat(299)}…`);
  });
});
