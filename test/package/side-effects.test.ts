import assert from 'node:assert/strict';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {build, type Rolldown} from 'vite';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'tinybird-chart-bundle-'));

/** What a bundler that drops modules without side effects makes of a page's script. */
async function bundle(name: string, source: string): Promise<string> {
  const input = join(folder, `${name}.js`);
  writeFileSync(input, source);
  const built = (await build({
    configFile: false,
    logLevel: 'silent',
    build: {write: false, minify: false, rolldownOptions: {input, external: ['react']}},
  })) as Rolldown.RolldownOutput;
  return built.output.map((part) => (part.type === 'chunk' ? part.code : '')).join('\n');
}

describe('a bundler', () => {
  after(() => rmSync(folder, {recursive: true, force: true}));

  for (const [name, source] of [
    ['define', `import '${dist}/define.js';`],
    ['configure', `import {configure} from '${dist}/define.js'; configure({});`],
    [
      'react',
      `import {TinybirdChart} from '${dist}/entries/react.js'; console.log(TinybirdChart);`,
    ],
    ['configure of react', `import {configure} from '${dist}/entries/react.js'; configure({});`],
  ] as const)
    it(`keeps the registration of the tags: ${name}`, async () => {
      assert.match(await bundle(name, source), /customElements\.define\(/);
    });

  it('leaves the registration out where only names are imported', async () => {
    const source = `import {ChartError} from '${dist}/index.js'; console.log(ChartError);`;
    assert.doesNotMatch(await bundle('index', source), /customElements\.define\(/);
  });
});
