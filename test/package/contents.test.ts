import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

function packedFiles(): string[] {
  const args = ['pack', '--dry-run', '--json', '--ignore-scripts'];
  const output = execFileSync('npm', args, {cwd: root, encoding: 'utf8'});
  const [packed] = JSON.parse(output) as {files: {path: string}[]}[];
  return (packed?.files ?? []).map(({path}) => path);
}

function scriptsIn(folder: string): {path: string; text: string}[] {
  return readdirSync(join(root, folder), {recursive: true, encoding: 'utf8'})
    .filter((path) => path.endsWith('.js'))
    .map((path) => ({path, text: readFileSync(join(root, folder, path), 'utf8')}));
}

describe('the published package', () => {
  it('holds the built files and nothing of demo, tests or sources', () => {
    const files = packedFiles();

    for (const needed of ['dist/index.js', 'dist/index.d.ts', 'dist/define.js', 'LICENSE']) {
      assert.ok(files.includes(needed), `${needed} is missing`);
    }
    assert.ok(files.includes('dist/cdn/tinybird-chart.js'));
    const allowed = /^(dist\/|src\/ARCHITECTURE\.md$|[A-Z]+(\.md)?$|package\.json$)/;
    assert.deepEqual(
      files.filter((path) => !allowed.test(path)),
      [],
    );
  });

  it('leaves dependencies to the bundler', () => {
    const specifiers = scriptsIn('dist')
      .filter(({path}) => !path.startsWith('cdn'))
      .flatMap(({text}) => [...text.matchAll(/(?:from|import)\s*\(?\s*["']([^."'][^"']*)["']/g)])
      .map(([, specifier]) => specifier ?? '');

    const names = new Set(specifiers.map((each) => each.split('/')[0]));
    assert.ok(names.has('lit'));
    assert.ok(names.has('chart.js'));
  });
});

describe('the script-tag bundle', () => {
  it('needs nothing but its own chunks', () => {
    for (const {path, text} of scriptsIn('dist/cdn')) {
      // Not the word `from` at the end of a name or of a text.
      const specifiers = [...text.matchAll(/(?:[\s}*]from|\bimport\(?)\s*["'`]([^"'`]+)["'`]/g)];
      const foreign = specifiers
        .map(([, name]) => name ?? '')
        .filter((name) => !/^\.{1,2}\//.test(name));
      assert.deepEqual(foreign, [], path);
    }
  });

  it('carries zod/mini, not all of zod', () => {
    const all = scriptsIn('dist/cdn')
      .map(({text}) => text)
      .join('\n');

    assert.match(all, /["'`]ZodMini/);
    assert.doesNotMatch(all, /["'`]ZodString["'`]/);
  });

  it('has no preload helper and no Node globals', () => {
    for (const {path, text} of scriptsIn('dist/cdn')) {
      assert.doesNotMatch(text, /vite\/preload|__vitePreload|process\.env/, path);
    }
  });
});
