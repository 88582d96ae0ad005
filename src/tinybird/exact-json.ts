// Tinybird sends 64-bit integers as bare numbers, which JSON.parse rounds beyond 2^53. Quoting them
// in the text first keeps every digit, in nested arrays and maps too, without a request parameter
// that a server may or may not know. Most answers have no such integer and pay for one search.

/**
 * Parses JSON, giving integers beyond 2^53 as text and all else as `JSON.parse` does.
 *
 * @throws {SyntaxError} when the text is not JSON.
 */
export function parseExactJson(text: string): unknown {
  return JSON.parse(quoteLongIntegers(text));
}

/** A whole number between the marks of JSON, as in `[1,-9007199254740993]`, and what is before it. */
const LONG_INTEGER = /(^|[[:,\s])(-?[1-9]\d{15,})(?=[\],}\s]|$)/g;

// No expression for strings: Safari's engine gives up on one of megabytes.
function quoteLongIntegers(text: string): string {
  let quote = text.indexOf('"');
  let isInString = false;
  return text.replace(LONG_INTEGER, (match, before: string, digits: string, at: number) => {
    for (; quote >= 0 && quote < at; quote = text.indexOf('"', quote + 1)) {
      let escape = quote;
      while (text[escape - 1] === '\\') escape -= 1;
      if ((quote - escape) % 2 === 0) isInString = !isInString;
    }
    return isInString || Number.isSafeInteger(Number(digits)) ? match : `${before}"${digits}"`;
  });
}
