// Tinybird sends 64-bit integers as bare numbers, which JSON.parse rounds beyond 2^53. Quoting them
// in the text first keeps every digit, in nested arrays and maps too, without a request parameter
// that a server may or may not know. Most answers have no such integer and pay for one search.

/**
 * Parses JSON, giving integers beyond 2^53 as text and all else as `JSON.parse` does.
 *
 * @throws {SyntaxError} when the text is not JSON.
 */
export function parseExactJson(text: string): unknown {
  return JSON.parse(MAY_BE_LONG.test(text) ? quoteLongIntegers(text) : text);
}

/** Digits that begin a number: those of fractions are many and need no care. */
const MAY_BE_LONG = /(?:^|[[:,\s-])\d{16}/;

/** Takes whole strings and whole numbers, so that digits inside of them are left alone. */
const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

function quoteLongIntegers(text: string): string {
  return text.replace(STRING_OR_NUMBER, (match) =>
    match.length > 15 && /^-?\d+$/.test(match) && !Number.isSafeInteger(Number(match))
      ? `"${match}"`
      : match,
  );
}
