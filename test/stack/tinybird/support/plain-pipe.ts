/** Writes a `.pipe` file with one node. */
export function plainPipe(sql: string): string {
  return `NODE endpoint\nSQL >\n    ${sql.replaceAll('\n', '\n    ')}\n`;
}
