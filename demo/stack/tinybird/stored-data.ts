import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

import {z} from 'zod';

import type {ChdbEngine} from './chdb-engine.js';
import {STACK_DATABASE} from './chdb-session.js';
import {DatafileError} from './datafile/datafile-error.js';
import type {Project, SeedFile} from './load-project.js';
import {ProjectError} from './load-project.js';
import {buildPipeQuery} from './pipe-query.js';
import {QueryError} from './query-error.js';
import {toCreateMaterializedView, toCreateTable} from './table-statements.js';

/** How far back a fresh data directory is filled. */
export const HISTORY_MS = 365 * 24 * 60 * 60 * 1000;

// A start that was broken off between `filling` and `filled` leaves rows nobody can account for.
const stateSchema = z.object({
  fingerprint: z.string(),
  status: z.enum(['filling', 'filled']),
  seededToMs: z.number(),
});

type StoredState = z.infer<typeof stateSchema>;

/** What a start did to the stored data. */
export type FillResult = 'created' | 'continued';

/**
 * Brings the stored data up to now.
 *
 * Seeds run for the last year on a fresh directory, or when data sources, materialized pipes or
 * seeds have changed; else from where the last start ended. A seed without a window runs once.
 * @throws {ProjectError} when ClickHouse refuses a table, a materialized pipe or a seed.
 */
export async function fillStoredData(
  engine: ChdbEngine,
  project: Project,
  directory: string,
  nowMs: number,
): Promise<FillResult> {
  const stateFile = join(directory, 'state.json');
  const stored = readState(stateFile);
  const isCurrent = stored?.status === 'filled' && stored.fingerprint === project.fingerprint;
  // ClickHouse's DateTime has whole seconds.
  const toMs = Math.floor(nowMs / 1000) * 1000;
  const fromMs = isCurrent ? stored.seededToMs : toMs - HISTORY_MS;
  if (isCurrent && fromMs >= toMs) return 'continued';

  const writeState = (status: StoredState['status']): void => {
    const state: StoredState = {fingerprint: project.fingerprint, status, seededToMs: toMs};
    writeFileSync(stateFile, `${JSON.stringify(state)}\n`);
  };
  writeState('filling');
  if (!isCurrent) await createTables(engine, project);
  const seeds = isCurrent ? project.seeds.filter((seed) => seed.hasWindow) : project.seeds;
  for (const seed of [...seeds].sort((a, b) => Number(a.hasWindow) - Number(b.hasWindow))) {
    await runSeed(engine, seed, fromMs, toMs);
  }
  writeState('filled');
  return isCurrent ? 'continued' : 'created';
}

async function createTables(engine: ChdbEngine, project: Project): Promise<void> {
  await engine.execute(`DROP DATABASE IF EXISTS ${STACK_DATABASE} SYNC`);
  await engine.execute(`CREATE DATABASE ${STACK_DATABASE}`);
  for (const datasource of project.datasources.values()) {
    const {file, schemaLine} = datasource;
    await namingFile(file, schemaLine, () => engine.execute(toCreateTable(datasource)));
  }
  // Before any row is inserted: a materialized view sees only what comes after it.
  for (const pipe of project.pipes.values()) {
    const {type, datasource, file, nodes} = pipe.file;
    if (type !== 'materialized' || !datasource) continue;
    const {sql} = buildPipeQuery(project, pipe, {});
    const statement = toCreateMaterializedView(pipe.name, datasource, sql);
    await namingFile(file, nodes[0]?.line ?? 1, () => engine.execute(statement));
  }
}

async function runSeed(
  engine: ChdbEngine,
  seed: SeedFile,
  fromMs: number,
  toMs: number,
): Promise<void> {
  const window = {from: toDateTime(fromMs), to: toDateTime(toMs)};
  const sql = seed.sql.trim().replace(/;$/, '');
  await namingFile(seed.file, 1, () => engine.execute(sql, seed.hasWindow ? window : undefined));
}

// 2026-01-31 23:59:59
function toDateTime(timeMs: number): string {
  return new Date(timeMs).toISOString().slice(0, 19).replace('T', ' ');
}

async function namingFile(file: string, line: number, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    throw new ProjectError([new DatafileError(file, line, error.message, {cause: error})]);
  }
}

function readState(file: string): StoredState | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return stateSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data;
  } catch (error) {
    // A half-written file means a broken-off start, after which everything is made anew.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
