/** Escapes of the literals that Tinybird writes (Tinybird CLI, sql_template). */
const ESCAPES: Readonly<Record<string, string>> = {
  '\0': '\\0',
  '\r': '\\r',
  '\n': '\\n',
  '\t': '\\t',
  '\b': '\\b',
  '\x1a': '\\z',
  '"': '\\"',
  "'": "\\'",
  '\\': '\\\\',
  '%': '\\%',
  '`': '\\`',
};
// eslint-disable-next-line no-control-regex -- these control characters are what is escaped
const SPECIAL = /[\0\r\n\t\b\x1a"'\\%`]/g;

/** Escapes text for the inside of a single-quoted ClickHouse string. */
export function escapeString(text: string): string {
  return text.replace(SPECIAL, (char) => ESCAPES[char] ?? char);
}

/**
 * Quotes text as a ClickHouse string. ClickHouse reads everything back as it was, except that `%`
 * keeps its backslash and 0x1a becomes `\z`, as on Tinybird; in LIKE patterns `\%` is a plain `%`.
 */
export function quoteString(text: string): string {
  return `'${escapeString(text)}'`;
}

/** Quotes text as one identifier; double quotes are dropped from it, as Tinybird does. */
export function quoteIdentifier(text: string): string {
  return `\`${escapeString(text.replaceAll('"', ''))}\``;
}
