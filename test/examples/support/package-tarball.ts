import {execFileSync} from 'node:child_process';
import {existsSync, mkdirSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Name of the variable that holds the path of a tarball already packed for all test files. */
export const TARBALL_VARIABLE = 'TEST_PACKAGE_TARBALL';

/**
 * Returns the path of the package as `npm pack` makes it of the present build: the one that
 * `TEST_PACKAGE_TARBALL` names, else one that is packed into `folder`.
 *
 * @throws {Error} when nothing has been built.
 */
export function packageTarball(folder: string): string {
  const packed = process.env[TARBALL_VARIABLE];
  if (packed) return packed;
  if (!existsSync(join(root, 'dist', 'index.d.ts')))
    throw new Error('The package is not built yet: run "npm run build" first.');
  mkdirSync(folder, {recursive: true});
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  const [made] = JSON.parse(execFileSync('npm', args, {cwd: root, encoding: 'utf8'})) as {
    filename: string;
  }[];
  if (!made) throw new Error('npm pack made nothing.');
  return join(folder, made.filename);
}
