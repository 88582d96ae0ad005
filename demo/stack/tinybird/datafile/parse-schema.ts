import {DatafileError} from './datafile-error.js';
import type {DatasourceColumn} from './datasource-file.js';

const NAME = /^(?:`((?:[^`\\]|\\.)+)`|([A-Za-z_]\w*))\s*/;
const JSON_PATH = /`json:([^`]+)`/;
const REFUSED = /\b(MATERIALIZED|ALIAS|EPHEMERAL|TTL|NOT\s+NULL|NULL|COMMENT)\b/i;

/**
 * Parses the comma-separated columns of SCHEMA: ``name Type [`json:$.path`] [DEFAULT expr]
 * [CODEC(…)]`` (Tinybird docs, data files). `firstLine` is the file's line of the text's first line.
 *
 * @throws {DatafileError} with the line of the column that is wrong.
 */
export function parseSchema(text: string, file: string, firstLine: number): DatasourceColumn[] {
  const columns: DatasourceColumn[] = [];
  for (const {content, offset} of splitTopLevel(text)) {
    const line = firstLine + text.slice(0, offset).split('\n').length - 1;
    const fail = (reason: string): never => {
      throw new DatafileError(file, line, reason);
    };
    const column = parseColumn(content, fail);
    if (columns.some(({name}) => name === column.name)) {
      fail(`there are two columns called "${column.name}"`);
    }
    columns.push(column);
  }
  return columns;
}

/** Splits at commas outside brackets and quotes; the last part may be empty (a trailing comma). */
export function splitTopLevel(text: string): {content: string; offset: number}[] {
  const parts: {content: string; offset: number}[] = [];
  let start = 0;
  let depth = 0;
  let quote = '';
  const push = (end: number): void => {
    const raw = text.slice(start, end);
    const lead = raw.length - raw.trimStart().length;
    if (raw.trim() !== '') parts.push({content: raw.trim(), offset: start + lead});
    start = end + 1;
  };
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (quote !== '') {
      if (char === '\\') at += 1;
      else if (char === quote) quote = '';
    } else if ('\'"`'.includes(char)) quote = char;
    else if ('(['.includes(char)) depth += 1;
    else if (')]'.includes(char)) depth -= 1;
    else if (char === ',' && depth === 0) push(at);
  }
  push(text.length);
  return parts;
}

function parseColumn(content: string, fail: (reason: string) => never): DatasourceColumn {
  const named = NAME.exec(content);
  const name = named?.[1] ?? named?.[2];
  if (!named || name === undefined) return fail(`"${content}" does not begin with a column name`);
  let rest = content.slice(named[0].length);
  const jsonPath = JSON_PATH.exec(rest)?.[1];
  rest = rest.replace(JSON_PATH, ' ');
  const {type, tail} = splitType(rest.trim());
  if (type === '') fail(`column "${name}" has no type`);
  const clauses = /^(?:DEFAULT\s+(.+?))?\s*(?:CODEC\s*\((.*)\))?$/is.exec(tail);
  const refused = REFUSED.exec(tail.replace(/'(?:[^'\\]|\\.)*'/g, "''"))?.[1]?.toUpperCase();
  if (refused !== undefined && !tail.toUpperCase().startsWith('DEFAULT')) {
    fail(`column "${name}" uses ${refused}, which SCHEMA does not take`);
  }
  if (!clauses) return fail(`column "${name}" has "${tail}" after its type`);
  return {
    name,
    type,
    ...(jsonPath !== undefined && {jsonPath}),
    ...(clauses[1] !== undefined && {default: clauses[1].trim()}),
    ...(clauses[2] !== undefined && {codec: clauses[2].trim()}),
  };
}

/** Cuts `Decimal(10, 2) DEFAULT 0` behind the type's own brackets. */
function splitType(text: string): {type: string; tail: string} {
  const word = /^[A-Za-z]\w*/.exec(text)?.[0] ?? '';
  let end = word.length;
  const open = /^\s*\(/.exec(text.slice(end));
  if (word !== '' && open) {
    let depth = 0;
    let quoted = false;
    for (end += open[0].length - 1; end < text.length; end += 1) {
      const char = text.charAt(end);
      if (char === "'") quoted = !quoted;
      if (!quoted && char === '(') depth += 1;
      if (!quoted && char === ')') depth -= 1;
      if (depth === 0) break;
    }
    end += 1;
  }
  return {type: text.slice(0, end), tail: text.slice(end).trim()};
}
