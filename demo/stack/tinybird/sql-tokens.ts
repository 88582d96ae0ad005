/** What a piece of SQL is, as far as finding table names needs to know. */
export type SqlTokenKind = 'word' | 'quoted-name' | 'string' | 'symbol';

/** One piece of SQL that is neither white space nor comment. */
export interface SqlToken {
  kind: SqlTokenKind;
  /** As written; a quoted name without its quotes. */
  text: string;
  start: number;
  end: number;
}

// In this order: white space, `-- …`, `# …`, `/* … */`; then 'text', `name`, "name", $$text$$, word, symbol.
const TOKEN = new RegExp(
  [
    String.raw`(?<skip>\s+|--[^\n]*|#[ !][^\n]*|/\*[\s\S]*?\*/)`,
    String.raw`(?<string>'(?:[^'\\]|\\[\s\S]|'')*'|\$(?<tag>\w*)\$[\s\S]*?\$\k<tag>\$)`,
    String.raw`(?<quoted>\x60(?:[^\x60\\]|\\[\s\S]|\x60\x60)*\x60|"(?:[^"\\]|\\[\s\S]|"")*")`,
    String.raw`(?<word>[\p{L}_][\p{L}\p{N}_$]*)`,
    String.raw`(?<symbol>\d[\w.]*|[\s\S])`,
  ].join('|'),
  'gu',
);

/** Splits SQL into tokens, leaving out white space and comments. */
export function readSqlTokens(sql: string): SqlToken[] {
  const tokens: SqlToken[] = [];
  for (const match of sql.matchAll(TOKEN)) {
    const {skip, string, quoted, word, symbol} = match.groups ?? {};
    if (skip !== undefined) continue;
    const start = match.index;
    const end = start + match[0].length;
    if (word !== undefined) tokens.push({kind: 'word', text: word, start, end});
    else if (string !== undefined) tokens.push({kind: 'string', text: string, start, end});
    else if (symbol !== undefined) tokens.push({kind: 'symbol', text: symbol, start, end});
    else if (quoted !== undefined) {
      tokens.push({kind: 'quoted-name', text: quoted.slice(1, -1), start, end});
    }
  }
  return tokens;
}
