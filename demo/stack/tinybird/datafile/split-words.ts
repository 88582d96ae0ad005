/**
 * Splits the arguments of a command the way a shell does: on blanks, with single and double quotes
 * and backslash escapes, up to an unquoted `#`. Returns null when a quote is never closed.
 */
export function splitWords(text: string): string[] | null {
  const words: string[] = [];
  let word: string | null = null;
  let quote: string | null = null;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (quote !== null) {
      word ??= '';
      if (char === quote) quote = null;
      else if (char === '\\' && quote === '"' && /["\\]/.test(text.charAt(at + 1))) {
        at += 1;
        word += text.charAt(at);
      } else word += char;
    } else if (char === '"' || char === "'") {
      quote = char;
      word ??= '';
    } else if (/\s/.test(char)) {
      if (word !== null) words.push(word);
      word = null;
    } else if (char === '#') {
      break;
    } else if (char === '\\' && at + 1 < text.length) {
      at += 1;
      word = (word ?? '') + text.charAt(at);
    } else {
      word = (word ?? '') + char;
    }
  }
  if (quote !== null) return null;
  if (word !== null) words.push(word);
  return words;
}
