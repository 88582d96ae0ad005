import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {gzipSync} from 'node:zlib';
import {build, type Rolldown} from 'vite';

const folder = fileURLToPath(new URL('.', import.meta.url));

/** What is compared: the element, its drawing alone, and the peers. */
export type ContenderName =
  'element' | 'drawing' | 'chartjs' | 'uplot' | 'echarts' | 'recharts' | 'tinybird-charts';

const PATHS: Record<ContenderName | 'prelude', string> = {
  prelude: 'prelude.ts',
  element: 'element.js',
  drawing: 'drawing.ts',
  chartjs: 'peers/chartjs.js',
  uplot: 'peers/uplot.js',
  echarts: 'peers/echarts.js',
  recharts: 'peers/recharts.js',
  'tinybird-charts': 'peers/tinybird-charts.js',
};

/** Installs the peers beside their pages, once; they are no part of the project's own install. */
export function installPeers(): void {
  if (existsSync(`${folder}peers/node_modules/uplot`)) return;
  console.error('Installing what is compared against (test/bench/peers).');
  const args = ['ci', '--prefix', `${folder}peers`, '--no-audit', '--no-fund'];
  const {status} = spawnSync('npm', args, {
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0)
    throw new Error('npm ci in test/bench/peers failed; the registry has to be reachable.');
}

const bundles = new Map<string, Promise<string>>();

/** Bundles a contender as a production build would: minified, one file; each once. */
export function bundle(name: keyof typeof PATHS): Promise<string> {
  const bundling = bundles.get(name) ?? buildOnce(name);
  bundles.set(name, bundling);
  return bundling;
}

async function buildOnce(name: keyof typeof PATHS): Promise<string> {
  const built = (await build({
    configFile: false,
    root: folder,
    logLevel: 'error',
    define: {'process.env.NODE_ENV': '"production"'},
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      lib: {entry: `${folder}${PATHS[name]}`, formats: ['es'], fileName: name},
      rolldownOptions: {output: {codeSplitting: false, minify: true}},
    },
  })) as Rolldown.RolldownOutput[];
  return built[0]!.output[0].code;
}

/** Bytes after gzip -9. */
export function gzipBytes(text: string): number {
  return gzipSync(text, {level: 9}).length;
}
