/** Characters of scripts that are read from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** What keeps the sign before a number; the words after it may still be read from right to left. */
const SIGN = /^\u200e[-+]/;

/** Marks around a text that is read from right to left, or as its first letter says. */
const [TURNED, FIRST_STRONG, END] = ['\u2067', '\u2068', '\u2069'];

/**
 * Returns a text of a canvas that is read in its own direction, so that slashes, signs and an
 * ellipsis stand where they belong: a name from left to right in a page from right to left, and the
 * reverse. Where all is from left to right, it is the text itself.
 */
export function inOwnDirection(text: string, isInRightToLeft: boolean): string {
  const isTurned = RIGHT_TO_LEFT.test(text);
  const start = isTurned && SIGN.test(text) ? TURNED : FIRST_STRONG;
  return isInRightToLeft || isTurned ? start + text + END : text;
}
