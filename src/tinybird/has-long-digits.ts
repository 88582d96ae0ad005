/** As many as 2^53 has. */
const LONG = 16;

/**
 * Tells whether 16 digits follow each other in a text. Of such a run one stands in every sixteenth place,
 * so that most of a long text is never looked at.
 */
export function hasLongDigits(text: string): boolean {
  const isDigit = (at: number) => {
    const code = text.charCodeAt(at);
    return code > 47 && code < 58;
  };
  for (let at = LONG - 1; at < text.length; at += LONG) {
    let start = at;
    while (isDigit(start)) start -= 1;
    let end = at;
    while (isDigit(end)) end += 1;
    if (end - start > LONG) return true;
  }
  return false;
}
