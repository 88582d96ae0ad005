import assert from 'node:assert/strict';
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterEach, describe, it} from 'node:test';

import {LOCAL_ADMIN_TOKEN} from '../../../demo/stack/settings.js';
import type {TinybirdStandIn} from '../../../demo/stack/tinybird/server.js';
import {startTinybird} from '../../../demo/stack/tinybird/server.js';
import {ask} from './support/ask.js';
import {START_MS} from './support/start-fixture.js';
import type {TempProject} from './support/temp-project.js';
import {VISITS_FILES, writeTempProject} from './support/temp-project.js';

const HOUR_MS = 3_600_000;
const FILES = {
  ...VISITS_FILES,
  'datasources/plans.datasource':
    'SCHEMA >\n    `plan` String\n\nENGINE "MergeTree"\nENGINE_SORTING_KEY "plan"\n',
  'seed/plans.sql': "INSERT INTO plans VALUES ('free')",
  'endpoints/extent.pipe': `NODE endpoint
SQL >
    SELECT count() AS rows, uniqExact(timestamp, org, bytes) AS different, min(timestamp) AS first, max(timestamp) AS last,
        (SELECT count() FROM plans) AS plans
    FROM visits
`,
};

let folder: TempProject;

async function extentAt(nowMs: number): Promise<Record<string, unknown> & {data: string}> {
  const {projectDir, dataDir} = folder;
  const server: TinybirdStandIn = await startTinybird({
    projectDir,
    dataDir,
    clock: {now: () => nowMs},
  });
  const answer = await ask(`${server.url}/v0/pipes/extent.json`, LOCAL_ADMIN_TOKEN);
  await server.close();
  return {...answer.json().data[0], data: server.stats.data};
}

afterEach(() => folder.remove());

describe('stored data', () => {
  it('goes back a year from the first start', async () => {
    folder = writeTempProject(FILES);

    assert.deepEqual(await extentAt(START_MS), {
      rows: 365 * 24 * 4,
      different: 365 * 24 * 4,
      first: '2025-03-01 12:00:00',
      last: '2026-03-01 11:00:00',
      plans: 1,
      data: 'created',
    });
  });

  it('runs up to now at a later start, each row once', async () => {
    folder = writeTempProject(FILES);
    const {rows} = await extentAt(START_MS + HOUR_MS / 2);

    const later = await extentAt(START_MS + 30.5 * HOUR_MS);

    assert.deepEqual(later, {
      ...later,
      rows: Number(rows) + 30 * 4,
      last: '2026-03-02 18:00:00',
      plans: 1,
      data: 'continued',
    });
  });

  it('is left alone by a start at an earlier time', async () => {
    folder = writeTempProject(FILES);
    const first = await extentAt(START_MS);

    assert.equal((await extentAt(START_MS - HOUR_MS))['rows'], first['rows']);
  });

  const changes: readonly [what: string, files: Record<string, string>, data: string][] = [
    ['a seed', {'seed/plans.sql': "INSERT INTO plans VALUES ('free'), ('team')"}, 'created'],
    ['a data source', {'datasources/x.datasource': 'SCHEMA >\n    `a` String\n'}, 'created'],
    ['an endpoint', {'endpoints/x.pipe': 'NODE a\nSQL >\n    SELECT 1\n'}, 'continued'],
  ];
  for (const [what, files, data] of changes) {
    it(`is ${data} after ${what} has changed`, async () => {
      folder = writeTempProject(FILES);
      await extentAt(START_MS);

      folder.write(files);

      assert.equal((await extentAt(START_MS + HOUR_MS)).data, data);
    });
  }

  for (const [what, spoil] of [
    ['was broken off while it filled', (state: string) => state.replace('filled', 'filling')],
    ['left half a state file', (state: string) => state.slice(0, 20)],
  ] as const) {
    it(`is made anew after a start that ${what}`, async () => {
      folder = writeTempProject(FILES);
      const first = await extentAt(START_MS);
      const file = join(folder.dataDir, 'tinybird', 'state.json');

      writeFileSync(file, spoil(readFileSync(file, 'utf8')));

      assert.deepEqual(await extentAt(START_MS), first);
    });
  }
});
