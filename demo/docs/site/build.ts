// `npm run docs:build`: the documentation as files for any host, drawn with sample rows.

import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {build} from 'vite';
import {docsPageFiles, docsPages} from './docs-pages.js';

const projectFolder = fileURLToPath(new URL('../../..', import.meta.url));
const docsFolder = join(projectFolder, 'demo/docs');
const scriptFolder = join(projectFolder, 'dist/cdn');

if (!existsSync(join(scriptFolder, 'tinybird-chart.js'))) {
  console.error('The element is not built yet: run "npm run build" first.');
  process.exit(1);
}
await build({
  configFile: false,
  root: docsFolder,
  base: './',
  logLevel: 'warn',
  plugins: [docsPages({base: '/', hasStack: false})],
  publicDir: scriptFolder,
  build: {
    outDir: join(docsFolder, 'dist'),
    emptyOutDir: true,
    target: 'es2022',
    rolldownOptions: {checks: {bundlerTimings: false}, input: docsPageFiles()},
  },
});
console.log('The documentation is in demo/docs/dist.');
