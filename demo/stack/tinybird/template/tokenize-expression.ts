import {TemplateError} from './template-error.js';

/** One token of a Python expression. */
export type ExpressionToken =
  | {readonly kind: 'name'; readonly text: string}
  | {readonly kind: 'operator'; readonly text: string}
  | {readonly kind: 'number'; readonly value: bigint | number}
  | {readonly kind: 'string'; readonly value: string}
  | {readonly kind: 'format'; readonly value: string}
  | {readonly kind: 'end'};

const SPACE = /\s+|#[^\n]*/y;
const NUMBER = /(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?/y;
const NAME = /[\p{L}_][\p{L}\p{N}_]*/uy;
const STRING = /([rRfFbBuU]{0,2})("""|'''|"|')/y;
const OPERATOR = /\*\*|\/\/|==|!=|<=|>=|\+=|-=|\*=|[-+*/%<>=()[\]{},.:]/y;
const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  a: '\x07',
  '0': '\0',
  '\n': '',
};

/**
 * Splits the Python inside a template mark into tokens. Integers are bigint, floats are number.
 *
 * @throws {TemplateError} for a character or a string that Python would not read.
 */
export function tokenizeExpression(source: string, line: number): ExpressionToken[] {
  const tokens: ExpressionToken[] = [];
  let at = 0;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(source);
    if (found) at = pattern.lastIndex;
    return found;
  };
  while (at < source.length) {
    if (match(SPACE)) continue;
    const string = match(STRING);
    if (string) {
      const prefix = (string[1] ?? '').toLowerCase();
      const body = readString(source, at, string[2] ?? '"', prefix.includes('r'), line);
      at = body.end;
      tokens.push({kind: prefix.includes('f') ? 'format' : 'string', value: body.value});
      continue;
    }
    const number = match(NUMBER);
    if (number) {
      tokens.push({kind: 'number', value: toNumber(number[0])});
      continue;
    }
    const text = (match(NAME) ?? match(OPERATOR))?.[0];
    if (text === undefined) {
      throw new TemplateError(`invalid syntax at "${source.slice(at, at + 10)}", line ${line}`, {
        line,
      });
    }
    tokens.push({kind: /^[\p{L}_]/u.test(text) ? 'name' : 'operator', text});
  }
  tokens.push({kind: 'end'});
  return tokens;
}

function toNumber(text: string): bigint | number {
  const digits = text.replaceAll('_', '');
  return /^\d+$/.test(digits) ? BigInt(digits) : Number(digits);
}

function readString(
  source: string,
  start: number,
  quote: string,
  raw: boolean,
  line: number,
): {value: string; end: number} {
  let value = '';
  let at = start;
  while (at < source.length && !source.startsWith(quote, at)) {
    const char = source.charAt(at);
    const next = source.charAt(at + 1);
    if (char !== '\\' || next === '') {
      value += char;
      at += 1;
    } else if (raw) {
      value += char + next;
      at += 2;
    } else {
      const hex = /^\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4}))/.exec(source.slice(at, at + 6));
      if (hex) value += String.fromCharCode(parseInt(hex[1] ?? hex[2] ?? '', 16));
      else value += ESCAPES[next] ?? (/['"\\]/.test(next) ? next : char + next);
      at += hex ? hex[0].length : 2;
    }
  }
  if (at >= source.length) {
    throw new TemplateError(`unterminated string literal, line ${line}`, {line});
  }
  return {value, end: at + quote.length};
}
