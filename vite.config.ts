import {readFileSync, readdirSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {defineConfig, type UserConfig} from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));
const {dependencies} = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
  dependencies: Record<string, string>;
};

/** The public entries beside `index` and `define`: one file each in src/entries. */
function extraEntries(): Record<string, string> {
  let names: string[] = [];
  try {
    names = readdirSync(`${root}src/entries`).filter((name) => /^[\w-]+\.ts$/.test(name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return Object.fromEntries(
    names.map((name) => [`entries/${name.replace('.ts', '')}`, `src/entries/${name}`]),
  );
}

/** For bundlers: dependencies stay imports, the code stays readable, lazy parts stay lazy. */
const packageBuild: UserConfig = {
  build: {
    target: 'es2022',
    outDir: 'dist',
    minify: false,
    lib: {
      entry: {index: 'src/index.ts', define: 'src/define.ts', ...extraEntries()},
      formats: ['es'],
    },
    rolldownOptions: {
      external: Object.keys(dependencies).map((name) => new RegExp(`^${name}(/|$)`)),
      output: {chunkFileNames: 'chunks/[name]-[hash].js'},
    },
  },
};

/** For script tags: everything inside, minified, the heavy parts in chunks that load on demand. */
const cdnBuild: UserConfig = {
  build: {
    target: 'es2022',
    outDir: 'dist/cdn',
    manifest: 'manifest.json',
    lib: {entry: {'tinybird-chart': 'src/cdn.ts'}, formats: ['es']},
    rolldownOptions: {
      output: {
        minify: true,
        chunkFileNames: 'chunks/[name]-[hash].js',
        codeSplitting: {
          // One file for all that the tag's script needs at once. The entry itself stays apart: its
          // address is how it finds its own tag, and nothing may import it a second time.
          groups: [{name: 'shell', tags: ['$initial'], test: (id) => !id.endsWith('/src/cdn.ts')}],
        },
      },
    },
  },
};

export default defineConfig(({mode}) => ({
  root,
  publicDir: false,
  define: mode === 'cdn' ? {'process.env.NODE_ENV': '"production"'} : {},
  ...(mode === 'cdn' ? cdnBuild : packageBuild),
}));
