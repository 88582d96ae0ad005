import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import {basename, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {packageTarball} from './package-tarball.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const INSTALLED = '.installed';
const NOT_COPIED = new Set([
  ...['node_modules', 'package-lock.json', 'dist', 'build', '.angular', '.astro'],
  ...['.next', '.nuxt', '.output', '.svelte-kit'],
]);
const TEXT = /\.(html|[cm]?[jt]sx?|vue|svelte|astro|json)$|^\.env/;

/** Address of the local stack in the sources of the examples. */
const STACK_ADDRESS = 'http://localhost:4321';

/** Where examples are installed; `EXAMPLES_CACHE` names another folder, to keep between checkouts. */
export function examplesCache(): string {
  return process.env['EXAMPLES_CACHE'] ?? join(root, 'node_modules', '.cache', 'examples');
}

/**
 * Copies `demo/examples/<name>` into the cache, installs what it depends on (once for each
 * `package.json`), puts the package as it would be published into its `node_modules`, and lets it
 * talk to the stack at `stackOrigin`. Returns the folder.
 */
export function installExample(name: string, stackOrigin: string): string {
  const source = join(root, 'demo', 'examples', name);
  const cache = examplesCache();
  const tarball = packageTarball(cache);
  const folder = join(cache, `${name}-${installKey(source)}`);
  if (!existsSync(join(folder, INSTALLED))) {
    rmSync(folder, {recursive: true, force: true});
    copySources(source, folder, stackOrigin);
    install(folder, tarball);
    writeFileSync(join(folder, INSTALLED), '');
  }
  for (const entry of readdirSync(folder)) {
    if (entry !== 'node_modules' && entry !== INSTALLED)
      rmSync(join(folder, entry), {recursive: true, force: true});
  }
  copySources(source, folder, stackOrigin);
  const own = join(folder, 'node_modules', 'tinybird-chart');
  rmSync(own, {recursive: true, force: true});
  mkdirSync(own, {recursive: true});
  execFileSync('tar', ['-xzf', tarball, '-C', own, '--strip-components=1']);
  return folder;
}

/** Copies files of an example, or those that a test lays over it. */
export function copySources(from: string, to: string, stackOrigin: string): void {
  cpSync(from, to, {recursive: true, filter: (path) => !NOT_COPIED.has(basename(path))});
  for (const path of readdirSync(from, {recursive: true, encoding: 'utf8'})) {
    const copy = join(to, path);
    if (!existsSync(copy) || !statSync(copy).isFile() || !TEXT.test(basename(path))) continue;
    const text = readFileSync(copy, 'utf8');
    if (text.includes(STACK_ADDRESS))
      writeFileSync(copy, text.replaceAll(STACK_ADDRESS, stackOrigin));
  }
}

/** Changes with what has to be installed: the example's dependencies, and the package's own. */
function installKey(source: string): string {
  const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: object;
  };
  const wanted = readFileSync(join(source, 'package.json'), 'utf8');
  const text = JSON.stringify([wanted, own.dependencies, process.version]);
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/** The tarball stands in for the checkout, which is too far away from the cache. */
function install(folder: string, tarball: string): void {
  const file = join(folder, 'package.json');
  const example = JSON.parse(readFileSync(file, 'utf8')) as {dependencies: Record<string, string>};
  example.dependencies['tinybird-chart'] = `file:${tarball}`;
  writeFileSync(file, JSON.stringify(example));
  // Vite sets NODE_ENV in the process that runs it, and npm would leave out what builds.
  const args = ['install', '--include=dev', '--prefer-offline', '--no-audit', '--no-fund'];
  args.push('--loglevel=error');
  execFileSync('npm', args, {cwd: folder, stdio: ['ignore', 'inherit', 'inherit']});
}
