import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

import {ChdbEngine} from '../../../demo/stack/tinybird/chdb-engine.js';
import {parseDatasourceFile} from '../../../demo/stack/tinybird/datafile/parse-datasource-file.js';
import {toCreateTable} from '../../../demo/stack/tinybird/table-statements.js';

const PROJECT = new URL('../../../demo/stack/project/', import.meta.url);

/** Tables of the demo project in a directory of their own, filled on request. */
export interface SeededStore {
  seed(datasource: string, from: string, to: string): Promise<void>;
  empty(datasource: string): Promise<void>;
  /** Rows of a query, as FORMAT JSONCompact has them. */
  rows(sql: string): Promise<unknown[][]>;
  close(): Promise<void>;
}

/** Makes empty tables for the data sources named. */
export async function openSeededStore(datasources: readonly string[]): Promise<SeededStore> {
  const directory = mkdtempSync(join(tmpdir(), 'seeds-'));
  const engine = await ChdbEngine.open(directory, {readers: 1, maxExecutionTimeS: 60});
  for (const name of datasources) {
    const file = `datasources/${name}.datasource`;
    await engine.execute(toCreateTable(parseDatasourceFile(readProjectFile(file), file)));
  }
  // Tests fill windows of long ago, which a merge in the background would drop as too old.
  await engine.execute('SYSTEM STOP TTL MERGES');
  return {
    async seed(datasource, from, to) {
      const sql = readProjectFile(`seed/${datasource}.sql`);
      await engine.execute(sql, sql.includes('{from:DateTime}') ? {from, to} : undefined);
    },
    async empty(datasource) {
      await engine.execute(`TRUNCATE TABLE ${datasource}`);
    },
    async rows(sql) {
      const answer = await engine.query({sql, format: 'JSONCompact'});
      return (JSON.parse(new TextDecoder().decode(answer)) as {data: unknown[][]}).data;
    },
    async close() {
      await engine.close();
      rmSync(directory, {recursive: true});
    },
  };
}

function readProjectFile(path: string): string {
  return readFileSync(new URL(path, PROJECT), 'utf8');
}
