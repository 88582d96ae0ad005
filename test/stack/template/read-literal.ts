/** What ClickHouse makes of a backslash and the character behind it. */
const UNESCAPED: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};
/** Characters whose backslash vanishes; before any other one it stays. */
const BARE = new Set(['\\', "'", '"', '`', '/', '=']);

/**
 * Reads the quoted literal or identifier at the start of SQL by ClickHouse's rules. Returns its
 * value and the SQL behind it, or null when there is none or it never ends.
 */
export function readLiteral(
  sql: string,
  quote: "'" | '`',
): {readonly value: string; readonly rest: string} | null {
  if (!sql.startsWith(quote)) return null;
  let value = '';
  for (let at = 1; at < sql.length; at += 1) {
    const char = sql.charAt(at);
    if (char === quote) {
      // A doubled quote would be one quote, and the literal would go on.
      if (sql.charAt(at + 1) !== quote) return {value, rest: sql.slice(at + 1)};
      value += quote;
      at += 1;
    } else if (char === '\\') {
      at += 1;
      const next = sql.charAt(at);
      value += UNESCAPED[next] ?? (BARE.has(next) ? next : `\\${next}`);
    } else value += char;
  }
  return null;
}
