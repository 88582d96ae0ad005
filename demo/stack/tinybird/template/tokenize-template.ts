import {TemplateError} from './template-error.js';

/** A stretch of template source; `line` is where it begins, and line 1 holds the `%`. */
export type TemplateToken =
  | {readonly kind: 'text'; readonly text: string; readonly line: number}
  | {readonly kind: 'output'; readonly source: string; readonly line: number}
  | {readonly kind: 'tag'; readonly source: string; readonly line: number};

const CLOSERS = {'{': '}}', '%': '%}', '#': '#}'} as const;

/**
 * Splits template source into text, `{{ }}` and `{% %}`; comments vanish. `{{!`, `{%!` and `{#!`
 * stand for the marks themselves. As in Tornado, a mark ends at the first closer, even inside
 * quotes, and of three or more braces the innermost two count.
 *
 * @throws {TemplateError} when a mark is never closed.
 */
export function tokenizeTemplate(source: string): TemplateToken[] {
  const tokens: TemplateToken[] = [];
  let text = '';
  let textLine = 1;
  let line = 1;
  let at = 0;
  const flush = (): void => {
    if (text !== '') tokens.push({kind: 'text', text, line: textLine});
    text = '';
  };
  const addText = (part: string): void => {
    if (text === '') textLine = line;
    text += part;
    line += countNewlines(part);
  };

  while (at < source.length) {
    const open = findMark(source, at);
    if (open < 0) break;
    addText(source.slice(at, open));
    const kind = source.charAt(open + 1) as keyof typeof CLOSERS;
    if (source.charAt(open + 2) === '!') {
      addText(`{${kind}`);
      at = open + 3;
      continue;
    }
    const closer = CLOSERS[kind];
    const close = source.indexOf(closer, open + 2);
    if (close < 0) {
      throw new TemplateError(`Missing end ${closer} for {${kind} at line ${line}`, {line});
    }
    const inner = source.slice(open + 2, close).trim();
    if (kind === '{' || kind === '%') {
      flush();
      if (inner === '') throw new TemplateError(emptyReason(kind, line), {line});
      tokens.push({kind: kind === '{' ? 'output' : 'tag', source: inner, line});
    }
    line += countNewlines(source.slice(open, close));
    at = close + 2;
  }
  addText(source.slice(at));
  flush();
  return tokens;
}

function findMark(source: string, from: number): number {
  for (let at = source.indexOf('{', from); at >= 0; at = source.indexOf('{', at + 1)) {
    const next = source.charAt(at + 1);
    if (next === '{' && source.charAt(at + 2) === '{') continue;
    if (next === '{' || next === '%' || next === '#') return at;
  }
  return -1;
}

function emptyReason(kind: '{' | '%', line: number): string {
  return kind === '{' ? `Empty expression at line ${line}` : `Empty block tag at line ${line}`;
}

function countNewlines(text: string): number {
  return text.split('\n').length - 1;
}
