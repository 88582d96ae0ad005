import {mkdirSync, symlinkSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {build, type Plugin} from 'esbuild';

/** Modules find what is beside their source, not beside the bundle. */
const addressOfSource: Plugin = {
  name: 'address-of-source',
  setup: ({onLoad}) => {
    onLoad({filter: /\.ts$/, namespace: 'file'}, async ({path}) => {
      if (path.includes('node_modules')) return undefined;
      const source = await readFile(path, 'utf8');
      const address = JSON.stringify(pathToFileURL(path).href);
      return {loader: 'ts', contents: source.replaceAll('import.meta.url', () => address)};
    });
  },
};

/**
 * `import` of a CommonJS package reads its seven megabytes for the names of exports before it runs
 * them, which takes as long as running them.
 */
const requiredPlaywright: Plugin = {
  name: 'required-playwright',
  setup: ({onResolve, onLoad}) => {
    onResolve({filter: /^playwright-core$/}, ({path}) => ({path, namespace: 'required'}));
    onLoad({filter: /.*/, namespace: 'required'}, ({path}) => ({
      contents: `import {createRequire} from 'node:module';
        export const {chromium} = createRequire(import.meta.url)('${path}');`,
    }));
  },
};

/**
 * Bundles test files of Node into chunks that they share, which takes seconds for all of them: each
 * file runs in a process of its own, and made all modules it needs from their sources again.
 * Packages stay outside.
 *
 * @param root where the project is; paths of files are relative to it
 * @param folder an empty one for the bundles
 * @returns the path of the bundle of a file
 */
export async function bundleNodeTests(
  root: string,
  files: readonly string[],
  folder: string,
): Promise<(file: string) => string> {
  mkdirSync(folder, {recursive: true});
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  await build({
    absWorkingDir: root,
    entryPoints: [...files],
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    // As tests see names without bundles.
    keepNames: true,
    outbase: root,
    outdir: folder,
    outExtension: {'.js': '.mjs'},
    chunkNames: 'chunks/[name]-[hash]',
    sourcemap: 'linked',
    sourcesContent: false,
    logLevel: 'error',
    plugins: [addressOfSource, requiredPlaywright],
  });
  return (file) => join(folder, file.replace(/\.ts$/, '.mjs'));
}
