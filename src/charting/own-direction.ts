/** Characters of scripts that are read from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** Marks around a text whose first letter says how it is read, whatever is around it. */
const [FIRST_STRONG, END] = ['\u2068', '\u2069'];

/**
 * Returns a text of a canvas that is read in its own direction, so that slashes, signs and an
 * ellipsis stand where they belong: a name from left to right in a page from right to left, and the
 * reverse. Where all is from left to right, it is the text itself.
 */
export function inOwnDirection(text: string, isInRightToLeft: boolean): string {
  return isInRightToLeft || RIGHT_TO_LEFT.test(text) ? `${FIRST_STRONG}${text}${END}` : text;
}
