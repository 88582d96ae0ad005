/**
 * Breaks a label between words into at most `maxLines` of `maxChars`; what is left over is cut off
 * with an ellipsis. A single line is a text, several are an array, as Chart.js has it.
 */
export function wrapLabel(text: string, maxChars: number, maxLines: number): string | string[] {
  const lines: string[] = [];
  let rest = text.trim();
  while (rest.length > maxChars && lines.length < maxLines - 1) {
    const at = rest.lastIndexOf(' ', maxChars);
    // A word that is longer than a line is not broken but cut.
    if (at <= 0) break;
    lines.push(rest.slice(0, at));
    rest = rest.slice(at + 1).trimStart();
  }
  lines.push(rest.length > maxChars ? `${rest.slice(0, maxChars - 1).trimEnd()}…` : rest);
  return lines.length > 1 ? lines : (lines[0] ?? '');
}
