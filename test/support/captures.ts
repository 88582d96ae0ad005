/** First groups of all matches; `pattern` is global. */
export function captures(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, group = '']) => group);
}
