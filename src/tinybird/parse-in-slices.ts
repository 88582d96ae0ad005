// Loaded with the first large answer. Text that stops behind a row is closed and parsed as an answer
// of its own. As JSON is read from left to right, what parses so has stopped where one row ends.

import {runInSlices} from '../lib/run-in-slices.js';
import type {Steps} from '../lib/steps.js';
import {parseExactJson} from './exact-json.js';
import {hasLongDigits} from './has-long-digits.js';
import type {PipeResponse, Row} from './pipe-response.js';

/** Length of a part: some milliseconds of parsing. */
const PART_CHARS = 250_000;

/** Rows stand behind names and types of columns, which are not that long. */
const MAX_HEAD_CHARS = 50_000;

/** Ends of something that looked like a row, in texts and nested values, before it is given up. */
const MAX_MISTAKES = 20;

/** Returns what `read` makes of some JSON; null where that is no answer. */
export type ReadAnswer = (json: unknown) => PipeResponse | null;

/**
 * Reads a large body in short tasks. Null where `meta` does not stand before `data`, or anything is
 * not as it should be, which is for others to explain.
 *
 * @throws `signal.reason` when aborted.
 */
export function parseInSlices(
  body: string,
  read: ReadAnswer,
  signal?: AbortSignal,
): Promise<PipeResponse | null> {
  return runInSlices(parseInSteps(body, read), () => signal?.throwIfAborted());
}

function* parseInSteps(body: string, read: ReadAnswer): Steps<PipeResponse | null> {
  const parse = (text: string) => {
    try {
      // A look that small answers do not need: every chart would load it.
      return read(hasLongDigits(text) ? parseExactJson(text) : JSON.parse(text));
    } catch {
      return null;
    }
  };
  const head = /^[^]*?"data"\s*:\s*\[/.exec(body.slice(0, MAX_HEAD_CHARS))?.[0] ?? '';
  if (!parse(`${head}]}`)) return null;
  const parts: (readonly Row[])[] = [];
  const rowEnd = /}\s*,\s*(?={)/g;
  let start = head.length;
  rowEnd.lastIndex = start + PART_CHARS;
  for (let mistakes = 0; mistakes < MAX_MISTAKES;) {
    const end = rowEnd.exec(body);
    const part = parse(head + (end ? `${body.slice(start, end.index)}}]}` : body.slice(start)));
    yield;
    if (part) parts.push(part.data);
    if (part && !end) {
      const data = ([] as Row[]).concat(...parts);
      const isCounted = part.rows !== part.data.length;
      return {...part, data, rows: isCounted ? part.rows : data.length};
    }
    if (!end) return null;
    mistakes += 1;
    if (!part) continue;
    mistakes = 0;
    start = rowEnd.lastIndex;
    rowEnd.lastIndex = start + PART_CHARS;
  }
  return null;
}
