// Serves the demo pages, the element's script and the stack's description from one origin. `dev`
// compiles src and demo on request; `built` serves dist/cdn and a built demo as any host would.

import {existsSync, cpSync, mkdtempSync, readdirSync, rmSync} from 'node:fs';
import type {ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {build, createServer, preview, type Connect, type InlineConfig, type Plugin} from 'vite';
import {docsPageFiles, docsPages} from '../docs/site/docs-pages.js';

const projectFolder = fileURLToPath(new URL('../..', import.meta.url));
const demoFolder = join(projectFolder, 'demo');
const builtScriptFolder = join(projectFolder, 'dist', 'cdn');
const SCRIPT_PATH = '/tinybird-chart.js';

/** What Vite cannot see from pages and element: found late, it would reload the first one. */
const DOCS_DEPENDENCIES = [
  'minisearch',
  'highlight.js/lib/core',
  'highlight.js/lib/languages/xml',
  'highlight.js/lib/languages/javascript',
  'highlight.js/lib/languages/json',
  'highlight.js/lib/languages/css',
];

/** `none` serves only the description, for an app that brings its own pages. */
export type ServeMode = 'dev' | 'built' | 'none';

/** What the page server needs from the rest of the stack. */
export interface PageServerOptions {
  /** 0 takes a free port. */
  readonly port: number;
  readonly serve: ServeMode;
  /** Where `/__clerk` goes; null when real Clerk is used. */
  readonly clerkUrl: string | null;
  /** Where `/v0` goes, so that an app needs one address alone; null for a foreign workspace. */
  readonly tinybirdUrl: string | null;
  /** Describes the stack to its pages; called for each `GET /stack.json`. */
  readonly describe: (origin: string) => unknown;
  /** Text that `%NAME%` stands for in the pages, so that their tags need no script. @default none */
  readonly htmlValues?: Readonly<Record<string, string>>;
  /** Sent with pages and scripts, for instance a Content-Security-Policy. @default none */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A running page server. */
export interface PageServer {
  readonly origin: string;
  close(): Promise<void>;
}

/** Starts the page server on loopback; rejects, naming the port, when it is taken. */
export async function startPageServer(options: PageServerOptions): Promise<PageServer> {
  const {port, serve, clerkUrl, tinybirdUrl, headers = {}, htmlValues = {}} = options;
  const shared = {
    host: '127.0.0.1',
    port,
    strictPort: true,
    headers: {...headers},
    proxy: {
      ...(clerkUrl && {'/__clerk': {target: clerkUrl, xfwd: true}}),
      ...(tinybirdUrl && {'/v0': tinybirdUrl}),
    },
  };
  let origin = '';
  const answerStackJson: Connect.NextHandleFunction = (request, response, next) => {
    if (pathOf(request) === '/stack.json') sendJson(response, options.describe(origin));
    else next();
  };
  const base: InlineConfig = {
    configFile: false,
    root: demoFolder,
    appType: 'mpa',
    logLevel: 'warn',
    clearScreen: false,
    publicDir: false,
    plugins: [
      stackPlugin(answerStackJson),
      docsPages({base: '/docs/', hasStack: true}),
      htmlValuesPlugin(htmlValues),
    ],
  };

  if (serve === 'dev') {
    const fs = {allow: [projectFolder]};
    const cacheDir = join(projectFolder, 'node_modules', '.vite', 'demo');
    const entries = ['*.html', 'pages/*.html', '../src/cdn.ts'];
    const optimizeDeps = {include: DOCS_DEPENDENCIES, entries};
    const server = await createServer({
      ...base,
      cacheDir,
      optimizeDeps,
      server: {...shared, fs, preTransformRequests: false},
    });
    try {
      await server.listen();
    } catch (error) {
      await server.close();
      throw error;
    }
    origin = originOf(server.httpServer?.address());
    return {origin, close: () => server.close()};
  }

  const siteFolder = mkdtempSync(join(tmpdir(), 'tinybird-chart-site-'));
  const removeSite = () => rmSync(siteFolder, {recursive: true, force: true});
  try {
    if (serve === 'built') await buildSite(siteFolder, htmlValues);
    const outDir = {build: {outDir: siteFolder}};
    const server = await preview({...base, ...outDir, preview: shared});
    origin = originOf(server.httpServer.address());
    return {origin, close: () => server.close().finally(removeSite)};
  } catch (error) {
    removeSite();
    throw error;
  }
}

async function buildSite(
  outDir: string,
  htmlValues: Readonly<Record<string, string>>,
): Promise<void> {
  if (!existsSync(join(builtScriptFolder, 'tinybird-chart.js'))) {
    throw new Error('The element is not built yet: run "npm run build" first.');
  }
  const pages = readdirSync(demoFolder, {recursive: true, encoding: 'utf8'}).filter(
    (page) => page.endsWith('.html') && !/^(stack|examples|docs)\b/.test(page),
  );
  if (pages.length === 0) {
    cpSync(builtScriptFolder, outDir, {recursive: true});
    return;
  }
  await build({
    configFile: false,
    root: demoFolder,
    logLevel: 'warn',
    plugins: [docsPages({base: '/docs/', hasStack: true}), htmlValuesPlugin(htmlValues)],
    // As public files, the built script and its chunks are copied and never bundled again.
    publicDir: builtScriptFolder,
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      rolldownOptions: {
        checks: {bundlerTimings: false},
        input: [...pages.map((page) => join(demoFolder, page)), ...docsPageFiles()],
      },
    },
  });
}

function stackPlugin(answerStackJson: Connect.NextHandleFunction): Plugin {
  return {
    name: 'local-stack',
    configureServer({middlewares}) {
      middlewares.use(answerStackJson);
      middlewares.use((request, _response, next) => {
        if (pathOf(request) === SCRIPT_PATH) request.url = `/@fs${projectFolder}src/cdn.ts`;
        next();
      });
    },
    configurePreviewServer({middlewares}) {
      middlewares.use(answerStackJson);
    },
  };
}

function htmlValuesPlugin(values: Readonly<Record<string, string>>): Plugin {
  return {
    name: 'html-values',
    transformIndexHtml: {
      order: 'pre',
      // %TINYBIRD_HOST%
      handler: (html) => html.replace(/%([A-Z_]+)%/g, (text, name: string) => values[name] ?? text),
    },
  };
}

function pathOf(request: Connect.IncomingMessage): string {
  return (request.url ?? '').split('?')[0] ?? '';
}

function sendJson(response: ServerResponse, body: unknown): void {
  response.setHeader('content-type', 'application/json');
  response.setHeader('cache-control', 'no-store');
  // A page of another origin, such as an app under development, may read where the stack is.
  response.setHeader('access-control-allow-origin', '*');
  response.end(JSON.stringify(body, null, 2));
}

function originOf(address: AddressInfo | string | null | undefined): string {
  if (!address || typeof address === 'string') throw new Error('The page server has no port.');
  return `http://localhost:${address.port}`;
}
