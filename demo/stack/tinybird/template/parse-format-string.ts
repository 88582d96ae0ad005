import type {Expression} from './expression.js';
import {TemplateError} from './template-error.js';

/**
 * Splits the body of an f-string at its `{expressions}`; `{{` and `}}` are braces. Conversions and
 * format specifications (`{x!r}`, `{x:>5}`) are refused.
 *
 * @throws {TemplateError} for those and for a brace without partner.
 */
export function parseFormatString(
  body: string,
  line: number,
  parse: (source: string, line: number) => Expression,
): (string | Expression)[] {
  const parts: (string | Expression)[] = [];
  let text = '';
  let at = 0;
  while (at < body.length) {
    const char = body.charAt(at);
    if ((char === '{' || char === '}') && body.charAt(at + 1) === char) {
      text += char;
      at += 2;
    } else if (char === '{') {
      const close = body.indexOf('}', at);
      const source = close < 0 ? '' : body.slice(at + 1, close).trim();
      if (source === '' || /[!:][^=]*$/.test(source.replace(/\[[^\]]*\]/g, ''))) {
        throw new TemplateError(`f-string expression "${source}" is not supported, line ${line}`, {
          line,
        });
      }
      if (text !== '') parts.push(text);
      text = '';
      parts.push(parse(source, line));
      at = close + 1;
    } else if (char === '}') {
      throw new TemplateError(`f-string: single "}" is not allowed, line ${line}`, {line});
    } else {
      text += char;
      at += 1;
    }
  }
  if (text !== '') parts.push(text);
  return parts;
}
