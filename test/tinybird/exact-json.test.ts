import {expect} from '@open-wc/testing';
import {assert, property, jsonValue, bigInt} from 'fast-check';
import {parseExactJson} from '../../src/tinybird/exact-json.js';

describe('parseExactJson', () => {
  const cases: [string, unknown][] = [
    ['9007199254740991', 9007199254740991],
    ['9007199254740993', '9007199254740993'],
    ['-9007199254740993', '-9007199254740993'],
    ['18446744073709551615', '18446744073709551615'],
    [
      '[1,[18446744073709551615],{"m":9223372036854775807}]',
      [1, ['18446744073709551615'], {m: '9223372036854775807'}],
    ],
    ['{"m": 18446744073709551615}', {m: '18446744073709551615'}],
    ['[1,\n 18446744073709551615]', [1, '18446744073709551615']],
    ['[\t-18446744073709551615]', ['-18446744073709551615']],
    [
      '[0.12345678901234567,18446744073709551615]',
      [Number('0.12345678901234567'), '18446744073709551615'],
    ],
    ['0.1234567890123456789', Number('0.1234567890123456789')],
    ['1234567890123456.5', 1234567890123456.5],
    ['1e21', 1e21],
    ['12345678901234567e2', Number('12345678901234567e2')],
    ['"18446744073709551615"', '18446744073709551615'],
    [
      '"a 18446744073709551615 \\" 18446744073709551615 b"',
      'a 18446744073709551615 " 18446744073709551615 b',
    ],
    ['{"18446744073709551615":1}', {'18446744073709551615': 1}],
    ['"\\\\",18446744073709551615'.replace(/^/, '[').concat(']'), ['\\', '18446744073709551615']],
  ];
  for (const [text, value] of cases) {
    it(`reads ${text}`, () => expect(parseExactJson(text)).to.deep.equal(value));
  }

  it('reads all other JSON as JSON.parse does', () => {
    assert(
      property(jsonValue(), (value) => {
        const text = JSON.stringify(value);
        const longest = /(?<![\d.eE])\d{16,}(?![\d.eE])/.test(text);
        if (!longest) expect(parseExactJson(text)).to.deep.equal(JSON.parse(text));
      }),
    );
  });

  it('keeps every digit of any 256-bit integer', () => {
    assert(
      property(bigInt({min: -(2n ** 255n), max: 2n ** 256n}), (value) => {
        expect(BigInt(parseExactJson(`${value}`) as string)).to.equal(value);
      }),
    );
  });

  it('throws what JSON.parse throws', () => {
    expect(() => parseExactJson('<html>')).to.throw(SyntaxError);
  });

  it('reads a text of many megabytes beside a long integer', () => {
    const text = 'x\\n'.repeat(4_000_000);

    const value = parseExactJson(`{"a":"${text}","b":12345678901234567890}`) as {b: unknown};

    expect(value.b).to.equal('12345678901234567890');
  });
});
