import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';

const require = createRequire(import.meta.url);
const PACKAGES = ['@clerk/clerk-js', '@clerk/ui'];
// /npm/@clerk/clerk-js@6/dist/clerk.browser.js
const FILE_PATH = /^\/npm\/(@clerk\/[a-z-]+)@[^/]+\/dist\/([\w.-]+\.js)$/;

/** Reads a browser bundle of Clerk's from node_modules for a `/npm/…` path; null for all else. */
export async function readPackageFile(path: string): Promise<Buffer | null> {
  const [, name = '', file = ''] = FILE_PATH.exec(path) ?? [];
  if (!PACKAGES.includes(name)) return null;
  try {
    return await readFile(join(dirname(require.resolve(name)), file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
