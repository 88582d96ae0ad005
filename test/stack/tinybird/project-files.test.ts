import assert from 'node:assert/strict';
import {after, describe, it} from 'node:test';

import {LOCAL_ADMIN_TOKEN} from '../../../demo/stack/settings.js';
import {ProjectError, loadProject} from '../../../demo/stack/tinybird/load-project.js';
import {startTinybird} from '../../../demo/stack/tinybird/server.js';
import {ask} from './support/ask.js';
import {startFixture} from './support/start-fixture.js';
import {VISITS_FILES, writeTempProject} from './support/temp-project.js';

const server = await startFixture({
  ...VISITS_FILES,
  'datasources/daily.datasource': `SCHEMA >
    \`day\` Date,
    \`org\` String,
    \`visits\` AggregateFunction(count)

ENGINE "AggregatingMergeTree"
ENGINE_SORTING_KEY "org, day"
`,
  'materializations/to_daily.pipe': `NODE reduced
SQL >
    SELECT toDate(timestamp) AS day, org FROM visits

NODE by_day
SQL >
    SELECT day, org, countState() AS visits FROM reduced GROUP BY day, org

TYPE materialized
DATASOURCE daily
`,
  'endpoints/total.pipe': 'NODE endpoint\nSQL >\n    SELECT count() AS n FROM visits\n',
  'endpoints/total_daily.pipe':
    'NODE endpoint\nSQL >\n    SELECT countMerge(visits) AS n FROM daily\n',
  'endpoints/both.pipe': `NODE acme
SQL >
    SELECT 'acme' AS name, count() AS n FROM visits WHERE org = 'acme' -- a comment at the end

NODE rest
SQL >
    WITH others AS (SELECT * FROM visits WHERE org NOT IN acme_only) SELECT 'rest' AS name, count() AS n FROM others;

NODE acme_only
SQL >
    SELECT name FROM acme

NODE unused
SQL >
    %
    SELECT {{ Int32(never_sent) }} AS n

NODE endpoint
SQL >
    SELECT sum(parts.n) AS n FROM (SELECT * FROM acme UNION ALL SELECT * FROM rest) AS parts, total AS t WHERE t.n > 0
`,
});

async function numberOf(pipe: string): Promise<unknown> {
  const answer = await ask(`${server.url}/v0/pipes/${pipe}.json`, LOCAL_ADMIN_TOKEN);
  assert.equal(answer.status, 200, answer.text);
  return answer.json().data[0]?.['n'];
}

it('a materialized pipe has seen every row of the seed', async () => {
  assert.equal(await numberOf('total_daily'), await numberOf('total'));
});

it('nodes read nodes, sets and other pipes', async () => {
  assert.equal(await numberOf('both'), await numberOf('total'));
});

it('a materialized pipe has no endpoint', async () => {
  const answer = await ask(`${server.url}/v0/pipes/to_daily.json`, LOCAL_ADMIN_TOKEN);

  assert.equal(answer.status, 404);
});

describe('a project', () => {
  const faults: readonly [what: string, files: Record<string, string>, message: RegExp][] = [
    ['an unknown command', {'p.pipe': 'DESCRIPTION of p\nNODES a\n'}, /^p\.pipe:2: .*NODES/i],
    [
      'an unknown template function',
      {'p.pipe': 'NODE a\nSQL >\n    %\n    SELECT\n      {{ Strang(x) }}\n'},
      /^p\.pipe:5: .*Strang/,
    ],
    [
      'an if without end',
      {'p.pipe': 'NODE a\nSQL >\n    %\n    SELECT 1 {% if defined(x) %}\n'},
      /^p\.pipe:4: Missing \{% end %\} block for if/,
    ],
    [
      'template marks without %',
      {'p.pipe': 'NODE a\nSQL >\n    SELECT {{ x }}\n'},
      /^p\.pipe:3: .*%/,
    ],
    [
      'a node called like its pipe',
      {'p.pipe': 'NODE p\nSQL >\n    SELECT 1\n'},
      /^p\.pipe:1: node "p" has the name of its pipe/,
    ],
    [
      'one name twice',
      {'a/p.pipe': 'NODE a\nSQL >\n    SELECT 1\n', 'b/p.pipe': 'NODE a\nSQL >\n    SELECT 1\n'},
      /^b\/p\.pipe:1: the name p is taken/,
    ],
    [
      'a materialized pipe without its data source',
      {'p.pipe': 'NODE a\nSQL >\n    SELECT 1\n\nTYPE materialized\nDATASOURCE gone\n'},
      /^p\.pipe:1: no data source is called gone$/,
    ],
    [
      'a seed without its data source',
      {'seed/gone.sql': 'SELECT 1'},
      /^seed\/gone\.sql:1: no data source/,
    ],
    [
      'a data source without columns',
      {'d.datasource': 'ENGINE "MergeTree"\n'},
      /^d\.datasource:\d+: /,
    ],
  ];
  for (const [what, files, message] of faults) {
    it(`with ${what} is refused with file, line and reason`, () => {
      const folder = writeTempProject(files);

      assert.throws(() => loadProject(folder.projectDir), {name: 'ProjectError', message});

      folder.remove();
    });
  }

  it('is refused with all its faults at once', () => {
    const folder = writeTempProject({'a.pipe': 'NODES\n', 'b.pipe': 'NODES\n'});

    assert.throws(
      () => loadProject(folder.projectDir),
      (error) => error instanceof ProjectError && error.errors.length === 2,
    );

    folder.remove();
  });
});

describe('at the start', () => {
  const plain = (sql: string) => `NODE a\nSQL >\n    ${sql}\n`;
  const faults: readonly [what: string, files: Record<string, string>, message: RegExp][] = [
    ['an unknown column', {'p.pipe': plain('SELECT nope FROM visits')}, /^p\.pipe:3: .*nope/],
    ['an unknown table', {'p.pipe': plain('SELECT 1 FROM nowhere')}, /^p\.pipe:3: .*nowhere/],
    ['SQL that cannot be read', {'p.pipe': plain('SELECT FROM WHERE')}, /^p\.pipe:3: Syntax error/],
    ['a wrong type', {'d.datasource': 'SCHEMA >\n    `a` Strong\n'}, /^d\.datasource:2: .*Strong/],
    [
      'a broken seed',
      {'seed/visits.sql': 'INSERT INTO visits SELECT nope'},
      /^seed\/visits\.sql:1: .*nope/,
    ],
  ];
  for (const [what, files, message] of faults) {
    it(`${what} is named with file, line and reason`, async () => {
      await server.close();
      const folder = writeTempProject({...VISITS_FILES, ...files});
      const {projectDir, dataDir} = folder;

      await assert.rejects(startTinybird({projectDir, dataDir}), {name: 'ProjectError', message});

      folder.remove();
    });
  }

  it('a pipe that made-up parameters do not suit is only warned of', async () => {
    const folder = writeTempProject({
      ...VISITS_FILES,
      'p.pipe': 'NODE a\nSQL >\n    %\n    SELECT {{ column(by) }} AS a FROM visits\n',
    });
    const lines: string[] = [];
    const {projectDir, dataDir} = folder;

    const started = await startTinybird({projectDir, dataDir, log: (line) => lines.push(line)});

    after(() => folder.remove());
    await started.close();
    assert.match(lines[0] ?? '', /^p\.pipe:3: .*made-up parameters/);
  });
});
