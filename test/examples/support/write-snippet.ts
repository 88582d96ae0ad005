import {cpSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import type {Framework} from '../../../src/entries/cli/project.js';
import {toSnippetFiles} from '../../../src/entries/cli/snippet.js';
import type {SnippetFile} from '../../../src/entries/cli/snippet-files.js';

const KEY = 'pk_test_bG9jYWwtc3RhY2suY2xlcmsuYWNjb3VudHMuZGV2JA==';
const ELEMENT = "document.getElementById('app')!";

/** What an author writes around the charts where these are no page of their own. */
const AROUND: Partial<Record<Framework, Readonly<Record<string, string>>>> = {
  react: {
    'src/main.tsx': `import {createRoot} from 'react-dom/client';
import {Dashboard} from './Dashboard';
createRoot(${ELEMENT}).render(<Dashboard />);`,
  },
  vue: {
    'src/main.ts': `import {createApp} from 'vue';
import Dashboard from './Dashboard.vue';
createApp(Dashboard).mount('#app');`,
  },
  svelte: {
    'src/main.ts': `import {mount} from 'svelte';
import Dashboard from './Dashboard.svelte';
mount(Dashboard, {target: ${ELEMENT}});`,
  },
  angular: {
    'src/main.ts': `import {Component} from '@angular/core';
import {bootstrapApplication} from '@angular/platform-browser';
import {Dashboard} from './app/dashboard';
@Component({selector: 'app-root', imports: [Dashboard], template: '<app-dashboard />'})
class App {}
void bootstrapApplication(App);`,
  },
  nuxt: {'app/pages/dashboard.vue': '<template><Dashboard /></template>'},
};

/** Frameworks whose examples are written in TypeScript. */
const TYPED: readonly Framework[] = ['react', 'vue', 'svelte', 'angular'];

/**
 * Puts what `init` prints for a framework into an installed example, for `visits_over_time` and the
 * stack at `stackOrigin`.
 *
 * @throws {Error} where the example's configuration does not have the lines that are printed for it.
 */
export function writeSnippet(framework: Framework, folder: string, stackOrigin: string): void {
  const files = toSnippetFiles(framework, {
    host: stackOrigin,
    pipes: ['visits_over_time'],
    publishableKey: KEY,
    template: 'tinybird',
    tenancy: 'auto',
    isTypeScript: TYPED.includes(framework),
  });
  for (const file of files) writePart(file, folder, `${stackOrigin}/__clerk`);
  for (const [path, code] of Object.entries(AROUND[framework] ?? {})) write(folder, path, code);
}

function writePart({path, code}: SnippetFile, folder: string, proxyUrl: string): void {
  if (path === 'your page') writePage(folder, withProxy(code, proxyUrl));
  else if (path.includes('.config.')) requireLines(join(folder, path), code);
  else write(folder, path, withProxy(code, proxyUrl));
}

function writePage(folder: string, code: string): void {
  const cdn = join(folder, 'node_modules', 'tinybird-chart', 'dist', 'cdn');
  cpSync(cdn, join(folder, 'tinybird-chart'), {recursive: true});
  const head =
    '<!doctype html><html lang="en"><link rel="icon" href="data:," /><title>Visits</title>';
  write(folder, 'index.html', `${head}${code}</html>`);
}

/** The stand-in's own address, which nobody needs for Clerk itself. */
function withProxy(code: string, url: string): string {
  return code
    .replace(/clerkPublishableKey: .*/, `$& clerkProxyUrl: '${url}',`)
    .replace(/data-clerk-publishable-key=.*/, `$& data-clerk-proxy-url="${url}"`);
}

function requireLines(path: string, code: string): void {
  // Configurations of examples are JavaScript; only the name differs.
  const text = readFileSync(path.replace(/\.ts$/, '.js'), 'utf8');
  if (squeeze(text).includes(squeeze(code))) return;
  throw new Error(`${path} does not have the lines that init prints:\n${code}`);
}

/** Without the white space and commas that formatting adds. */
function squeeze(code: string): string {
  return code.replace(/\s+|,(?=\s*[\])}]|\s*$)/g, '');
}

function write(folder: string, path: string, text: string): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), {recursive: true});
  writeFileSync(file, text);
}
