import {expect} from '@open-wc/testing';
import {
  array,
  assert,
  bigInt,
  constantFrom,
  dictionary,
  double,
  jsonValue,
  letrec,
  oneof,
  property,
  string,
} from 'fast-check';
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
    ['["\\\\\\"",18446744073709551615,"\\""]', ['\\"', '18446744073709551615', '"']],
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

  it('keeps long integers of any JSON, and the strings that look like them', () => {
    const text = string({
      unit: constantFrom('"', '\\', '1', '9'.repeat(16), ',', ':', '[', ' ', 'é'),
    });
    const {value: values} = letrec<{value: unknown}>((tie) => ({
      value: oneof(
        {maxDepth: 6},
        bigInt({min: -(2n ** 70n), max: 2n ** 70n}),
        text,
        double({noNaN: true, noDefaultInfinity: true}),
        array(tie('value'), {maxLength: 4}),
        dictionary(text, tie('value'), {maxKeys: 4}),
      ),
    }));
    assert(
      property(values, constantFrom('', ' ', '\n\t'), (value, space) => {
        expect(parseExactJson(toJson(value, space))).to.deep.equal(toRead(value));
      }),
      {numRuns: 1000},
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
    const text = 'x\\n\\"1,'.repeat(2_000_000);

    const value = parseExactJson(`{"a":"${text}","b":12345678901234567890}`) as {b: unknown};

    expect(value.b).to.equal('12345678901234567890');
  });

  it('refuses a long integer as a name', () => {
    expect(() => parseExactJson('{18446744073709551615:1}')).to.throw(SyntaxError);
  });
});

/** JSON with every digit of integers, and with space around its marks. */
function toJson(value: unknown, space: string): string {
  if (typeof value === 'bigint') return `${value}`;
  const pad = (mark: string) => `${space}${mark}${space}`;
  const within = (open: string, parts: string[], close: string) =>
    pad(open) + parts.join(pad(',')) + pad(close);
  if (Array.isArray(value))
    return within(
      '[',
      value.map((item) => toJson(item, space)),
      ']',
    );
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([name, item]) => JSON.stringify(name) + pad(':') + toJson(item, space),
  );
  return within('{', members, '}');
}

/** What is read of it: long integers as text, numbers as JSON.parse has them. */
function toRead(value: unknown): unknown {
  if (typeof value === 'bigint' || typeof value === 'number') {
    const digits = toJson(value, '');
    const isLong = /^-?\d+$/.test(digits) && !Number.isSafeInteger(Number(digits));
    return isLong ? digits : JSON.parse(digits);
  }
  if (Array.isArray(value)) return value.map(toRead);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, toRead(item)]));
}
