import type {SqlToken} from './sql-tokens.js';
import {readSqlTokens} from './sql-tokens.js';

/** A place in SQL where a bare name stands for a table. */
export interface TableReference {
  name: string;
  start: number;
  end: number;
  /** Whether the SQL gives the table a name of its own here. */
  hasAlias: boolean;
  /** `x IN name` takes a set, which can have no alias. */
  usage: 'from' | 'in';
}

const ENDS_FROM = new Set(
  'WHERE PREWHERE GROUP ORDER LIMIT HAVING UNION EXCEPT INTERSECT SETTINGS FORMAT WINDOW QUALIFY OFFSET SELECT ON USING FETCH'.split(
    ' ',
  ),
);

// Words that may follow a table, so that anything else there is an alias.
const FOLLOWS_TABLE = new Set([
  ...ENDS_FROM,
  ...'JOIN LEFT RIGHT INNER OUTER FULL CROSS ASOF ANY ALL SEMI ANTI GLOBAL PASTE ARRAY FINAL SAMPLE AND OR THEN ELSE END INTO'.split(
    ' ',
  ),
]);

// extract(day FROM t): this FROM names no table.
const TAKES_FROM = new Set(['EXTRACT', 'TRIM', 'SUBSTRING', 'OVERLAY', 'POSITION']);

interface Level {
  inFrom: boolean;
  isCall: boolean;
}

/** Finds where SQL names tables, other than its own WITH names, qualified names and table functions. */
export function findTableReferences(sql: string): TableReference[] {
  const tokens = readSqlTokens(sql);
  const ownNames = findWithNames(tokens);
  const references: TableReference[] = [];
  const levels: Level[] = [{inFrom: false, isCall: false}];
  let expected: TableReference['usage'] | undefined;

  for (const [index, token] of tokens.entries()) {
    const level = levels.at(-1) ?? {inFrom: false, isCall: false};
    const previous = keyword(tokens[index - 1]);
    const next = tokens[index + 1];
    const word = keyword(token);

    if (token.text === '(' && token.kind === 'symbol') {
      levels.push({inFrom: false, isCall: TAKES_FROM.has(previous)});
      expected = undefined;
    } else if (token.text === ')' && token.kind === 'symbol') {
      if (levels.length > 1) levels.pop();
      expected = undefined;
    } else if (token.text === ',' && token.kind === 'symbol') {
      expected = level.inFrom ? 'from' : undefined;
    } else if (word === 'FROM' && !level.isCall && previous !== 'DISTINCT') {
      level.inFrom = true;
      expected = 'from';
    } else if (word === 'JOIN') {
      level.inFrom = previous !== 'ARRAY';
      expected = level.inFrom ? 'from' : undefined;
    } else if (word === 'IN') {
      expected = 'in';
    } else if (ENDS_FROM.has(word)) {
      level.inFrom = false;
      expected = undefined;
    } else {
      if (expected && isTableName(token, next) && !ownNames.has(token.text)) {
        const {text: name, start, end} = token;
        references.push({name, start, end, hasAlias: isAlias(next), usage: expected});
      }
      expected = undefined;
    }
  }
  return references;
}

function isTableName(token: SqlToken, next: SqlToken | undefined): boolean {
  const isName = token.kind === 'word' || token.kind === 'quoted-name';
  return isName && next?.text !== '.' && next?.text !== '(';
}

function isAlias(next: SqlToken | undefined): boolean {
  if (next?.kind === 'quoted-name') return true;
  return next?.kind === 'word' && !FOLLOWS_TABLE.has(keyword(next));
}

// WITH a AS (SELECT …), b AS (…)
function findWithNames(tokens: readonly SqlToken[]): ReadonlySet<string> {
  const names = tokens.filter((_, index) => {
    const body = keyword(tokens[index + 3]);
    return (
      keyword(tokens[index + 1]) === 'AS' &&
      tokens[index + 2]?.text === '(' &&
      (body === 'SELECT' || body === 'WITH')
    );
  });
  return new Set(names.map((token) => token.text));
}

function keyword(token: SqlToken | undefined): string {
  return token?.kind === 'word' ? token.text.toUpperCase() : '';
}
