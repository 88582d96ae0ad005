import {readdirSync} from 'node:fs';
import {join, relative, sep} from 'node:path';
import {build} from 'esbuild';

/** These load modules of `src` a second time, and need both copies to be made of single files. */
const UNBUNDLED = /^\/test\/(elements\/upgrade|model\/elements)\.test\.ts$/;

/** What the server has at a path of its own, such as the socket of the runner. */
const fromServer = {
  name: 'from-server',
  setup: ({onResolve}) =>
    onResolve({filter: /^\//}, ({kind, path}) =>
      kind === 'entry-point' ? undefined : {path, external: true},
    ),
};

/**
 * Serves the test files as bundles that share chunks: 300 requests of single modules for each file
 * took more time than its tests.
 *
 * @param {{root: string, folders: readonly string[], define: Record<string, string>}} settings where
 *   the project is, which folders of `test` hold the files, and what they read of the environment
 */
export function bundledTests({root, folders, define}) {
  /** Code by path, made when the first file is asked for. */
  let bundles;

  async function bundle() {
    const entryPoints = readdirSync(join(root, 'test'), {recursive: true})
      .filter((file) => file.endsWith('.test.ts') && folders.includes(file.split(sep)[0]))
      .filter((file) => !UNBUNDLED.test(`/test/${file.replaceAll(sep, '/')}`))
      .map((file) => join(root, 'test', file));
    const {outputFiles} = await build({
      entryPoints,
      bundle: true,
      splitting: true,
      format: 'esm',
      target: 'es2022',
      conditions: ['production', 'browser'],
      define: {'process.env.NODE_ENV': '"production"', ...define},
      // Tests import parts for what they do, whatever the package says of side effects.
      ignoreAnnotations: true,
      outbase: root,
      outdir: root,
      chunkNames: 'bundled/[name]-[hash]',
      // Beside the code: only a failure reads them, and they are twice its size.
      sourcemap: 'linked',
      logLevel: 'error',
      write: false,
      plugins: [fromServer],
    });
    return new Map(outputFiles.map(({path, text}) => [`/${relative(root, path)}`, text]));
  }

  return async (context, next) => {
    const {path} = context;
    if (path.endsWith('.test.ts') && !UNBUNDLED.test(path)) {
      bundles ??= bundle();
      await bundles;
      context.body = `import '${path.replace(/ts$/, 'js')}';`;
      context.type = 'js';
      return undefined;
    }
    const code = (await bundles)?.get(path);
    if (code === undefined) return next();
    context.body = code;
    context.type = path.endsWith('.map') ? 'json' : 'js';
    return undefined;
  };
}
