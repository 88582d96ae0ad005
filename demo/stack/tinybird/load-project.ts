import {createHash} from 'node:crypto';
import {readdirSync, readFileSync} from 'node:fs';
import {basename, extname, join} from 'node:path';

import {DatafileError} from './datafile/datafile-error.js';
import type {DatasourceFile} from './datafile/datasource-file.js';
import {parseDatasourceFile} from './datafile/parse-datasource-file.js';
import {parsePipeFile} from './datafile/parse-pipe-file.js';
import type {PipeFile} from './datafile/pipe-file.js';
import {compileTemplate} from './template/compile-template.js';
import type {CompiledTemplate} from './template/compiled-template.js';
import {TemplateError} from './template/template-error.js';

/** A pipe of the project, ready to be rendered. */
export interface ProjectPipe {
  name: string;
  /** `t_` and 32 hexadecimal digits, always the same for a name. */
  id: string;
  file: PipeFile;
  /** Compiled templates by node; nodes of plain SQL have none. */
  templates: ReadonlyMap<string, CompiledTemplate>;
  readTokenNames: readonly string[];
}

/** SQL that fills a data source. */
export interface SeedFile {
  datasource: string;
  file: string;
  sql: string;
  /** Whether the SQL fills the time from `{from:DateTime}` to `{to:DateTime}`, so that it can be continued. */
  hasWindow: boolean;
}

/** Everything a folder of Tinybird's data files describes. */
export interface Project {
  datasources: ReadonlyMap<string, DatasourceFile>;
  pipes: ReadonlyMap<string, ProjectPipe>;
  seeds: readonly SeedFile[];
  /** Changes when stored data no longer fits: data sources, materialized pipes, seeds. */
  fingerprint: string;
}

/** Data files that cannot be loaded; the message has one line `file:line: reason` for each. */
export class ProjectError extends Error {
  override readonly name = 'ProjectError';
  readonly errors: readonly DatafileError[];

  constructor(errors: readonly DatafileError[]) {
    super(errors.map((error) => error.message).join('\n'));
    this.errors = errors;
  }
}

/**
 * Reads every `.datasource`, `.pipe` and `seed/*.sql` file below a folder, in order of path.
 * @throws {ProjectError} with all faults found, not just the first.
 */
export function loadProject(directory: string): Project {
  const errors: DatafileError[] = [];
  const datasources = new Map<string, DatasourceFile>();
  const pipes = new Map<string, ProjectPipe>();
  const seeds: SeedFile[] = [];
  const stored: string[] = [];

  const add = <T extends {name: string}>(into: Map<string, T>, file: string, item: T): void => {
    if (datasources.has(item.name) || pipes.has(item.name)) {
      throw new DatafileError(file, 1, `the name ${item.name} is taken by another file`);
    }
    into.set(item.name, item);
  };

  for (const {file, text} of readFiles(directory)) {
    try {
      if (file.endsWith('.datasource')) {
        add(datasources, file, parseDatasourceFile(text, file));
        stored.push(file, text);
      } else if (file.endsWith('.pipe')) {
        const pipe = compilePipe(parsePipeFile(text, file));
        add(pipes, file, pipe);
        if (pipe.file.type === 'materialized') stored.push(file, text);
      } else {
        seeds.push(toSeedFile(file, text));
        stored.push(file, text);
      }
    } catch (error) {
      if (!(error instanceof DatafileError)) throw error;
      errors.push(error);
    }
  }

  for (const pipe of pipes.values()) errors.push(...findMissingTargets(pipe, datasources));
  for (const seed of seeds) {
    if (datasources.has(seed.datasource)) continue;
    errors.push(new DatafileError(seed.file, 1, `no data source is called ${seed.datasource}`));
  }
  if (errors.length > 0) throw new ProjectError(errors);
  const fingerprint = createHash('sha256').update(stored.join('\0')).digest('hex');
  return {datasources, pipes, seeds, fingerprint};
}

function readFiles(directory: string): {file: string; text: string}[] {
  const paths = readdirSync(directory, {recursive: true, encoding: 'utf8'});
  return paths
    .filter((path) => /\.(datasource|pipe)$|(^|[/\\])seed[/\\][^/\\]+\.sql$/.test(path))
    .sort()
    .map((path) => ({file: path, text: readFileSync(join(directory, path), 'utf8')}));
}

function toSeedFile(file: string, sql: string): SeedFile {
  const datasource = basename(file, extname(file));
  return {datasource, file, sql, hasWindow: sql.includes('{from:DateTime')};
}

function compilePipe(file: PipeFile): ProjectPipe {
  const templates = new Map<string, CompiledTemplate>();
  for (const node of file.nodes) {
    if (node.isTemplate) templates.set(node.name, compileNode(file, node));
  }
  return {
    name: file.name,
    id: `t_${createHash('sha256').update(file.name).digest('hex').slice(0, 32)}`,
    file,
    templates,
    readTokenNames: file.tokens
      .filter((each) => each.permission === 'READ')
      .map((each) => each.name),
  };
}

function compileNode(file: PipeFile, node: PipeFile['nodes'][number]): CompiledTemplate {
  try {
    return compileTemplate(node.sql, {pipe: file.name, node: node.name});
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    const line = node.line + (error.line ?? 1) - 1;
    throw new DatafileError(file.file, line, error.message, {cause: error});
  }
}

function findMissingTargets(
  pipe: ProjectPipe,
  datasources: ReadonlyMap<string, DatasourceFile>,
): DatafileError[] {
  const {type, datasource, file} = pipe.file;
  if (type !== 'materialized' || (datasource && datasources.has(datasource))) return [];
  const reason = datasource ? `no data source is called ${datasource}` : 'DATASOURCE is missing';
  return [new DatafileError(file, 1, reason)];
}
