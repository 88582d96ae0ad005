import {execFile as execFileOfNode} from 'node:child_process';
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
import {promisify} from 'node:util';
import {packageTarball} from './package-tarball.js';

const execFile = promisify(execFileOfNode);
const root = fileURLToPath(new URL('../../..', import.meta.url));
const examples = join(root, 'demo', 'examples');
const INSTALLED = '.installed';
const NOT_COPIED = new Set([
  ...['node_modules', 'package-lock.json', 'dist', 'build', '.angular', '.astro'],
  ...['.next', '.nuxt', '.output', '.svelte-kit'],
]);
const TEXT = /\.(html|[cm]?[jt]sx?|vue|svelte|astro|json)$|^\.env/;

/** Address of the local stack in the sources of the examples. */
const STACK_ADDRESS = 'http://localhost:4321';

/**
 * Where examples are installed; `EXAMPLES_CACHE` names another folder, to keep between checkouts. Not
 * in `node_modules`, where Next.js takes sources for those of a package.
 */
export function examplesCache(): string {
  return process.env['EXAMPLES_CACHE'] ?? join(root, '.examples');
}

/**
 * Copies `demo/examples/<name>` into the cache, installs what it depends on (once for each
 * `package.json`), puts the package as it would be published into its `node_modules`, and lets it
 * talk to the stack at `stackOrigin`. Returns the folder.
 */
export async function installExample(name: string, stackOrigin: string): Promise<string> {
  const folder = await ensureInstalled(name);
  empty(folder);
  copySources(join(examples, name), folder, stackOrigin);
  const own = join(folder, 'node_modules', 'tinybird-chart');
  empty(own);
  const tarball = packageTarball(examplesCache());
  await execFile('tar', ['-xzf', tarball, '-C', own, '--strip-components=1']);
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

/** Leaves what npm has installed: where versions differ, the package has dependencies of its own. */
function empty(folder: string): void {
  for (const entry of readdirSync(folder))
    if (entry !== 'node_modules' && entry !== INSTALLED)
      rmSync(join(folder, entry), {recursive: true, force: true});
}

async function ensureInstalled(name: string): Promise<string> {
  const source = join(examples, name);
  const folder = join(examplesCache(), `${name}-${installKey(source)}`);
  if (existsSync(join(folder, INSTALLED))) return folder;
  rmSync(folder, {recursive: true, force: true});
  mkdirSync(folder, {recursive: true});
  cpSync(join(source, '.npmrc'), join(folder, '.npmrc'));
  const example = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  // The tarball stands in for the checkout, which is too far away from the cache.
  example.dependencies['tinybird-chart'] = `file:${packageTarball(examplesCache())}`;
  writeFileSync(join(folder, 'package.json'), JSON.stringify(example));
  // Vite sets NODE_ENV in the process that runs it, and npm would leave out what builds.
  const args = ['install', '--include=dev', '--prefer-offline', '--no-audit', '--no-fund'];
  args.push('--loglevel=error');
  await execFile('npm', args, {cwd: folder});
  writeFileSync(join(folder, INSTALLED), '');
  return folder;
}
