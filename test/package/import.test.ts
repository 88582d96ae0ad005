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
  it('exports the elements and touches no globals', () => {
    const result = evaluateInNode(`
      const before = Object.getOwnPropertyNames(globalThis).length;
      const names = Object.keys(await import('./dist/index.js'));
      const added = Object.getOwnPropertyNames(globalThis).length - before;
      console.log(JSON.stringify({names, added}));
    `) as {names: string[]; added: number};

    for (const name of ['TinybirdChart', 'TinybirdProvider', 'configure', 'isChartError']) {
      assert.ok(result.names.includes(name), `${name} is missing`);
    }
    assert.equal(result.added, 0);
  });

  it('survives the import of the registering entry on a server', () => {
    const names = evaluateInNode(
      `console.log(JSON.stringify(Object.keys(await import('./dist/define.js'))));`,
    ) as string[];

    assert.ok(names.includes('TinybirdChart'));
  });
});
