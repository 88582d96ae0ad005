import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';

/** A folder of data files and one for stored data, which both go with `remove()`. */
export interface TempProject {
  projectDir: string;
  dataDir: string;
  write(files: Readonly<Record<string, string>>): void;
  remove(): void;
}

/** Writes data files, by path, into a folder of their own. */
export function writeTempProject(files: Readonly<Record<string, string>>): TempProject {
  const root = mkdtempSync(join(tmpdir(), 'tinybird-chart-'));
  const projectDir = join(root, 'project');
  const write: TempProject['write'] = (added) => {
    for (const [path, text] of Object.entries(added)) {
      mkdirSync(dirname(join(projectDir, path)), {recursive: true});
      writeFileSync(join(projectDir, path), text);
    }
  };
  write(files);
  return {
    projectDir,
    dataDir: join(root, 'data'),
    write,
    remove: () => rmSync(root, {recursive: true, force: true}),
  };
}

/** Two organizations: acme has 3 visits at each full hour, globex 1. */
export const VISITS_FILES: Readonly<Record<string, string>> = {
  'datasources/visits.datasource': `SCHEMA >
    \`timestamp\` DateTime \`json:$.timestamp\`,
    \`org\` LowCardinality(String) \`json:$.org\`,
    \`user_id\` String \`json:$.user.id\`,
    \`bytes\` UInt64 \`json:$.bytes\` DEFAULT 0

ENGINE "MergeTree"
ENGINE_SORTING_KEY "org, timestamp"
TOKEN "append_live_events" APPEND
`,
  'seed/visits.sql': `INSERT INTO visits
SELECT at, if(number % 4 = 3, 'globex', 'acme'), 'seed', number
FROM (
    SELECT number, toStartOfHour({from:DateTime}) + 3600 * intDiv(number, 4) AS at
    FROM numbers(4 * (1 + toUInt64(dateDiff('hour', {from:DateTime}, {to:DateTime}))))
)
WHERE at >= {from:DateTime} AND at < {to:DateTime}
`,
  'endpoints/visits_by_org.pipe': `TOKEN "public_read" READ
DESCRIPTION Visits of one organization

NODE filtered
SQL >
    %
    SELECT * FROM visits WHERE org = {{ String(org, required=True) }}

NODE endpoint
SQL >
    SELECT org, count() AS visits FROM filtered GROUP BY org ORDER BY org

TYPE endpoint
`,
};
