import {DatafileError} from './datafile-error.js';
import {datafileName, parseTags, parseToken} from './parse-tokens.js';
import type {DatafileToken, PipeFile, PipeNode, PipeType} from './pipe-file.js';
import {commandProse, commandText, scanDatafile, type DatafileCommand} from './scan-datafile.js';

const COMMANDS = new Set(
  (
    'NODE SCOPE DESCRIPTION TYPE DATASOURCE TAGS TARGET_DATASOURCE COPY_SCHEDULE COPY_MODE MODE ' +
    'FILTER TOKEN INCLUDE SQL VERSION DEPLOYMENT_METHOD CACHE SETTINGS ' +
    'EXPORT_CONNECTION_NAME EXPORT_SCHEDULE EXPORT_BUCKET_URI EXPORT_FILE_TEMPLATE EXPORT_FORMAT ' +
    'EXPORT_STRATEGY EXPORT_COMPRESSION EXPORT_WRITE_STRATEGY EXPORT_KAFKA_TOPIC'
  ).split(' '),
);
const isCommand = (name: string): boolean => COMMANDS.has(name) || /^ENGINE(_\w+)?$/.test(name);
const TYPES: readonly PipeType[] = ['endpoint', 'materialized', 'copy', 'sink'];
const NAME = /^[A-Za-z_]\w*$/;

interface NodeDraft {
  readonly name: string;
  readonly line: number;
  description: string;
  sql?: string;
  sqlLine: number;
}

/**
 * Parses a `.pipe` file of the Forward or the Classic format. Nothing is read from disk; `file`
 * names the pipe and the place of errors.
 *
 * @throws {DatafileError} for anything Tinybird would refuse, with its line.
 */
export function parsePipeFile(text: string, file: string): PipeFile {
  const draft = new PipeDraft(file);
  for (const command of scanDatafile(text, file, {kind: 'pipe', isCommand})) draft.add(command);
  return draft.finish();
}

class PipeDraft {
  readonly #file: string;
  readonly #name: string;
  readonly #nodes: NodeDraft[] = [];
  readonly #tokens: DatafileToken[] = [];
  readonly #tags: string[] = [];
  readonly #settings: Record<string, string> = {};
  #description = '';
  #type: {readonly type: PipeType; readonly node?: string; readonly line: number} | undefined;
  #datasource: string | undefined;

  constructor(file: string) {
    this.#file = file;
    this.#name = datafileName(file);
  }

  add(command: DatafileCommand): void {
    const node = this.#nodes.at(-1);
    switch (command.name) {
      case 'NODE':
        this.#addNode(command);
        break;
      case 'SQL':
        this.#addSql(command, node);
        break;
      case 'DESCRIPTION':
        if (node) node.description = commandProse(command);
        else this.#description = commandProse(command);
        break;
      case 'TYPE':
        this.#addType(command, node);
        break;
      case 'DATASOURCE':
      case 'TARGET_DATASOURCE':
        this.#datasource = this.#value(command);
        break;
      case 'TOKEN':
        this.#tokens.push(parseToken(command, this.#file));
        break;
      case 'TAGS':
        this.#tags.push(...parseTags(command, this.#file));
        break;
      case 'INCLUDE':
        this.#fail(command.line, 'INCLUDE is not supported yet');
        break;
      case 'SETTINGS':
        this.#fail(command.line, 'SETTINGS is not allowed in a pipe');
        break;
      default:
        this.#settings[command.name] = commandText(command, this.#file);
    }
  }

  finish(): PipeFile {
    const nodes = this.#nodes.map((node): PipeNode => this.#finishNode(node));
    const last = nodes.at(-1);
    if (!last) return this.#fail(1, 'a pipe needs at least one NODE with SQL');
    const type = this.#type?.type ?? 'endpoint';
    const line = this.#type?.line ?? 1;
    if (type === 'materialized' && this.#datasource === undefined) {
      this.#fail(line, 'TYPE materialized needs a DATASOURCE');
    }
    if (type === 'copy' && this.#datasource === undefined) {
      this.#fail(line, 'TYPE copy needs a TARGET_DATASOURCE');
    }
    const outputNode = this.#type?.node ?? last.name;
    return {
      name: this.#name,
      file: this.#file,
      description: this.#description,
      nodes,
      type,
      outputNode,
      ...(type === 'endpoint' && {endpointNode: outputNode}),
      ...(this.#datasource !== undefined && {datasource: this.#datasource}),
      tokens: this.#tokens,
      tags: this.#tags,
      settings: this.#settings,
    };
  }

  #addNode(command: DatafileCommand): void {
    const name = this.#value(command);
    if (!NAME.test(name)) this.#fail(command.line, `"${name}" is not a valid node name`);
    if (name === this.#name) {
      this.#fail(command.line, `node "${name}" has the name of its pipe`);
    }
    if (this.#nodes.some((node) => node.name === name)) {
      this.#fail(command.line, `there are two nodes called "${name}"`);
    }
    this.#nodes.push({name, line: command.line, description: '', sqlLine: command.line});
  }

  #addSql(command: DatafileCommand, node: NodeDraft | undefined): void {
    if (!node) this.#fail(command.line, 'SQL must be called after a NODE command');
    if (node.sql !== undefined) this.#fail(command.line, `node "${node.name}" has SQL already`);
    if (command.block === undefined) this.#fail(command.line, 'SQL needs a block: write "SQL >"');
    if (command.block.trim() === '') this.#fail(command.line, `node "${node.name}" has empty SQL`);
    node.sql = command.block;
    node.sqlLine = command.blockLine;
  }

  #addType(command: DatafileCommand, node: NodeDraft | undefined): void {
    const word = this.#value(command);
    const type = TYPES.find((known) => known === word.toLowerCase());
    if (type === undefined) {
      this.#fail(command.line, `TYPE "${word}" is unknown (known: ${TYPES.join(', ')})`);
    }
    if (this.#type) this.#fail(command.line, `TYPE was given already on line ${this.#type.line}`);
    this.#type = {type, line: command.line, ...(node && {node: node.name})};
  }

  #finishNode({name, line, description, sql, sqlLine}: NodeDraft): PipeNode {
    if (sql === undefined) return this.#fail(line, `node "${name}" has no SQL`);
    const isTemplate = sql.startsWith('%');
    const mark = isTemplate ? -1 : sql.split('\n').findIndex((row) => /\{\{|\{%/.test(row));
    if (mark >= 0) {
      this.#fail(sqlLine + mark, `node "${name}" uses template marks but does not start with %`);
    }
    return {name, description, sql, line: sqlLine, isTemplate};
  }

  #value(command: DatafileCommand): string {
    const value = commandText(command, this.#file);
    if (value === '') this.#fail(command.line, `${command.name} needs a value`);
    return value;
  }

  #fail(line: number, reason: string): never {
    throw new DatafileError(this.#file, line, reason);
  }
}
