import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

function evaluateInNode(code: string): unknown {
  const args = ['--input-type=module', '--eval', code];
  const environment = {...process.env, NODE_OPTIONS: ''};
  const options = {cwd: root, encoding: 'utf8', env: environment} as const;
  return JSON.parse(execFileSync(process.execPath, args, options));
}

describe('the built package in plain Node', () => {
  it('exports the elements and registers none', () => {
    const result = evaluateInNode(`
      const names = Object.keys(await import('./dist/index.js'));
      const isRegistered = Boolean(globalThis.customElements?.get('tinybird-chart'));
      console.log(JSON.stringify({names, isRegistered}));
    `) as {names: string[]; isRegistered: boolean};

    for (const name of ['TinybirdChart', 'TinybirdProvider', 'configure', 'isChartError']) {
      assert.ok(result.names.includes(name), `${name} is missing`);
    }
    assert.equal(result.isRegistered, false);
  });

  it('survives the import of the registering entry on a server', () => {
    const names = evaluateInNode(
      `console.log(JSON.stringify(Object.keys(await import('./dist/define.js'))));`,
    ) as string[];

    assert.ok(names.includes('TinybirdChart'));
  });
});
