import {DatafileError} from './datafile-error.js';
import type {DatasourceColumn, DatasourceEngine, DatasourceFile} from './datasource-file.js';
import {parseSchema} from './parse-schema.js';
import {datafileName, parseTags, parseToken} from './parse-tokens.js';
import type {DatafileToken} from './pipe-file.js';
import {commandProse, commandText, scanDatafile, type DatafileCommand} from './scan-datafile.js';

const COMMANDS = new Set(
  (
    'DESCRIPTION TOKEN SOURCE SCHEMA INDEXES ENGINE PARTITION_KEY SORTING_KEY PRIMARY_KEY ' +
    'SAMPLING_KEY TTL TAGS INCLUDE VERSION SHARED_WITH FORWARD_QUERY BACKFILL SETTINGS'
  ).split(' '),
);
const isCommand = (name: string): boolean =>
  COMMANDS.has(name) || /^(ENGINE|KAFKA|IMPORT)_\w+$/.test(name);

type EngineField = Exclude<keyof DatasourceEngine, 'type'>;
const ENGINE_FIELDS: Readonly<Record<string, EngineField>> = {
  SORTING_KEY: 'sortingKey',
  PARTITION_KEY: 'partitionKey',
  PRIMARY_KEY: 'primaryKey',
  SAMPLING_KEY: 'samplingKey',
  TTL: 'ttl',
  VER: 'ver',
  IS_DELETED: 'isDeleted',
  SIGN: 'sign',
  COLUMNS: 'columns',
  SETTINGS: 'settings',
};

/**
 * Parses a `.datasource` file. Nothing is read from disk; `file` names the data source and the
 * place of errors.
 *
 * @throws {DatafileError} for anything Tinybird would refuse, with its line.
 */
export function parseDatasourceFile(text: string, file: string): DatasourceFile {
  const tokens: DatafileToken[] = [];
  const tags: string[] = [];
  const indexes: string[] = [];
  const settings: Record<string, string> = {};
  const engine: {type: string; sortingKey: string} & {-readonly [K in EngineField]?: string} = {
    type: 'MergeTree',
    sortingKey: 'tuple()',
  };
  let description = '';
  let schema: {columns: DatasourceColumn[]; line: number} | undefined;
  let forwardQuery: string | undefined;

  for (const command of scanDatafile(text, file, {kind: 'datasource', isCommand})) {
    const field = ENGINE_FIELDS[command.name.replace(/^ENGINE_/, '')];
    if (command.name === 'DESCRIPTION') description = commandProse(command);
    else if (command.name === 'TOKEN') tokens.push(parseToken(command, file));
    else if (command.name === 'TAGS') tags.push(...parseTags(command, file));
    else if (command.name === 'SCHEMA') schema = readSchema(command, file);
    else if (command.name === 'INDEXES') indexes.push(...readIndexes(command, file));
    else if (command.name === 'ENGINE') engine.type = required(command, file);
    else if (command.name === 'FORWARD_QUERY') forwardQuery = required(command, file);
    else if (REFUSED[command.name] !== undefined) {
      throw new DatafileError(file, command.line, REFUSED[command.name] ?? '');
    } else if (field !== undefined) {
      const value = commandText(command, file);
      if (value !== '') engine[field] = value;
    } else settings[command.name] = commandText(command, file);
  }

  if (!schema) throw new DatafileError(file, 1, 'a data source needs a SCHEMA');
  return {
    name: datafileName(file),
    file,
    description,
    columns: schema.columns,
    schemaLine: schema.line,
    engine,
    indexes,
    tokens,
    tags,
    ...(forwardQuery !== undefined && {forwardQuery}),
    settings,
  };
}

const REFUSED: Readonly<Record<string, string>> = {
  SOURCE: 'SOURCE is not supported',
  INCLUDE: 'INCLUDE is not supported yet',
  SETTINGS: 'SETTINGS is not allowed here, use ENGINE_SETTINGS',
};

function readSchema(
  command: DatafileCommand,
  file: string,
): {columns: DatasourceColumn[]; line: number} {
  const columns = parseSchema(command.block ?? command.rest, file, command.blockLine);
  if (columns.length === 0) throw new DatafileError(file, command.line, 'SCHEMA has no columns');
  return {columns, line: command.blockLine};
}

function readIndexes(command: DatafileCommand, file: string): string[] {
  return required(command, file)
    .split('\n')
    .map((row) => row.trim().replace(/^INDEX\s+/i, ''))
    .filter((row) => row !== '');
}

function required(command: DatafileCommand, file: string): string {
  const value = commandText(command, file);
  if (value === '') throw new DatafileError(file, command.line, `${command.name} needs a value`);
  return value;
}
