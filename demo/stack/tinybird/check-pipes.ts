import type {ChdbEngine} from './chdb-engine.js';
import {DatafileError} from './datafile/datafile-error.js';
import type {Project, ProjectPipe} from './load-project.js';
import {ProjectError} from './load-project.js';
import {listParameters} from './openapi.js';
import {buildPipeQuery} from './pipe-query.js';
import {QueryError} from './query-error.js';
import type {TemplateParams} from './template/compiled-template.js';
import {TemplateError} from './template/template-error.js';

// What no parameter's value can cause: unknown function, identifier, table, and syntax.
const FAULTS_OF_THE_FILE = new Set([46, 47, 60, 62]);

/**
 * Lets ClickHouse read the SQL of every endpoint with made-up parameters, without running it.
 * Returns a line for each pipe that could not be checked.
 * @throws {ProjectError} for SQL that no parameters can make right.
 */
export async function checkPipes(engine: ChdbEngine, project: Project): Promise<string[]> {
  const errors: DatafileError[] = [];
  const warnings: string[] = [];
  for (const pipe of project.pipes.values()) {
    if (pipe.file.endpointNode === undefined) continue;
    const error = await checkPipe(engine, project, pipe);
    if (!error) continue;
    const {file, nodes} = pipe.file;
    const line = nodes.find((node) => node.name === pipe.file.endpointNode)?.line ?? 1;
    const located = new DatafileError(file, line, error.message, {cause: error});
    const isFault = error instanceof QueryError && FAULTS_OF_THE_FILE.has(error.code);
    if (isFault && !takesNames(pipe)) errors.push(located);
    else warnings.push(`${located.message} (with made-up parameters)`);
  }
  if (errors.length > 0) throw new ProjectError(errors);
  return warnings;
}

async function checkPipe(
  engine: ChdbEngine,
  project: Project,
  pipe: ProjectPipe,
): Promise<Error | undefined> {
  try {
    const {sql} = buildPipeQuery(project, pipe, makeUpParams(project, pipe));
    await engine.query({sql: `DESCRIBE (\n${sql}\n)`, format: 'Null'});
    return undefined;
  } catch (error) {
    if (error instanceof QueryError || error instanceof TemplateError) return error;
    throw error;
  }
}

// Parameters of the other pipes too, for this one may read them; its own decide about shared names.
function makeUpParams(project: Project, pipe: ProjectPipe): TemplateParams {
  const own = listParameters(pipe);
  const ownNames = new Set(own.map(({name}) => name));
  const others = [...project.pipes.values()]
    .flatMap(listParameters)
    .filter(({name}) => !ownNames.has(name));
  const required = [...own, ...others].filter((each) => (each.default ?? null) === null);
  return Object.fromEntries(required.map(({name, type}) => [name, sampleOf(type)]));
}

function sampleOf(type: string): string {
  if (/^(U?Int|Float|Decimal|Boolean)/.test(type)) return '1';
  if (/^Array\((U?Int|Float)/.test(type)) return '1';
  if (type === 'Date') return '2026-01-01';
  if (type === 'DateTime') return '2026-01-01 00:00:00';
  if (type === 'DateTime64') return '2026-01-01 00:00:00.000';
  return 'x';
}

// {{ column(order_by) }}: the made-up value would have to be the name of a column.
function takesNames(pipe: ProjectPipe): boolean {
  return pipe.file.nodes.some(({sql}) => /\b(columns?|symbol|table)\s*\(/i.test(sql));
}
