import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {createContext, runInContext} from 'node:vm';
import {build, type Rolldown} from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));
const {exports} = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
  exports: Record<string, string | Record<string, string>>;
};
/** `tinybird-chart/react` of `./react`: every export that is a module. */
const entries = Object.keys(exports)
  .filter((path) => !/\.(json|css)$/.test(path))
  .map((path) => path.replace('.', 'tinybird-chart'));

/** Entries that tell frameworks the types of the tags, and hold no code. */
const TYPES_ALONE = /\/(jsx|preact|solid|svelte|vue)$/;

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

  it('survives the import of every entry on a server', () => {
    const counts = evaluateInNode(`
      const counts = {};
      for (const entry of ${JSON.stringify(entries)})
        counts[entry] = Object.keys(await import(entry)).length;
      console.log(JSON.stringify(counts));
    `) as Record<string, number>;

    assert.deepEqual(Object.keys(counts), entries);
    assert.ok(counts['tinybird-chart/define']);
  });
});

/** What workers at the edge have: no DOM, and nothing of Node. */
const EDGE_GLOBALS = [
  ...['AbortController', 'AbortSignal', 'Blob', 'DOMException', 'Event', 'EventTarget', 'Headers'],
  ...[
    'Request',
    'Response',
    'TextDecoder',
    'TextEncoder',
    'URL',
    'URLSearchParams',
    'atob',
    'btoa',
  ],
  ...['clearInterval', 'clearTimeout', 'console', 'crypto', 'fetch', 'performance'],
  ...['queueMicrotask', 'setInterval', 'setTimeout', 'structuredClone'],
] as const;

/** Runs an entry, bundled as for a worker, with the globals of the edge. */
async function runAtEdge(entry: string): Promise<Record<string, unknown>> {
  // In the package, so that it may import it by its name.
  const id = `${root}entry-of-a-test.js`;
  const [output] = (await build({
    root,
    configFile: false,
    logLevel: 'silent',
    define: {'process.env.NODE_ENV': '"production"'},
    resolve: {conditions: ['worker', 'module', 'production']},
    plugins: [
      {
        name: 'entry',
        enforce: 'pre',
        resolveId: (source) => (source === id ? id : null),
        load: (source) => (source === id ? `export * from '${entry}';` : null),
      },
    ],
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: {entry: id, formats: ['iife'], name: 'exported'},
    },
  })) as Rolldown.RolldownOutput[];
  const [{code}] = output!.output;
  const known = Object.fromEntries(
    EDGE_GLOBALS.map((name) => [name, globalThis[name as keyof typeof globalThis]]),
  );
  const context = createContext({...known, self: {}});
  return runInContext(`${code}\nexported`, context) as Record<string, unknown>;
}

describe('the built package in a worker at the edge', () => {
  for (const entry of entries.filter((name) => !TYPES_ALONE.test(name))) {
    it(`is imported as ${entry}`, async () => {
      const exported = await runAtEdge(entry);

      assert.ok(Object.keys(exported).length > 0);
    });
  }

  it('is the same for each name that bundlers give such workers', () => {
    for (const target of Object.values(exports)) {
      if (typeof target === 'string') continue;
      assert.equal(target['edge-light'], target['worker']);
      assert.equal(target['workerd'], target['worker']);
    }
  });
});
