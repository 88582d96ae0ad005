/** The same styles in fewer characters; strings in them may hold no punctuation of styles. */
export function compactStyles(styles: string): string {
  return styles
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?|: |\( | \)/g, (found) => found.trim())
    .replace(/(?<=[ (,:])0\./g, '.')
    .replace(/;\}/g, '}')
    .trim();
}
