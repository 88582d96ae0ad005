// The documentation inside Vite: pages are rendered on request, and become pages of a build.

import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import type {Connect, Plugin, ViteDevServer} from 'vite';
import type {SiteFiles} from './site-files.js';
import {PAGE_NAMES} from './site-map.js';

const docsFolder = fileURLToPath(new URL('..', import.meta.url));

/** Modules that the pages' scripts import: `virtual:docs-search` */
const VIRTUAL = /^\0?virtual:docs-(\w+)$/;

/** Where the pages are and what serves them. */
export interface DocsPagesOptions {
  /** Path of the pages on their origin: `/docs/`, or `/` for a site of its own. */
  readonly base: string;
  /** Whether the local stack serves them. */
  readonly hasStack: boolean;
}

/** Files of the pages, for the input of a build; they exist only in the plugin. */
export function docsPageFiles(): string[] {
  return PAGE_NAMES.map((name) => join(docsFolder, `${name}.html`));
}

/** Serves and builds the documentation. */
export function docsPages({base, hasStack}: DocsPagesOptions): Plugin {
  let files: Promise<SiteFiles> | null = null;
  // Loaded with the first page: the stack starts without Markdown and manifest.
  const read = () =>
    (files ??= import('./site-files.js').then(({makeSiteFiles}) =>
      makeSiteFiles({folder: base, hasStack}),
    ));
  const pageNames = new Map(docsPageFiles().map((file, at) => [file, PAGE_NAMES[at] ?? '']));

  return {
    name: 'docs-pages',
    resolveId: (id) => (VIRTUAL.test(id) ? `\0${id}` : pageNames.has(id) ? id : undefined),
    async load(id) {
      const [, module] = VIRTUAL.exec(id) ?? [];
      if (module !== undefined) return (await read()).modules.get(module);
      const name = pageNames.get(id);
      return name === undefined ? undefined : (await read()).documents.get(name);
    },
    async generateBundle() {
      for (const [file, source] of (await read()).texts)
        this.emitFile({type: 'asset', fileName: `${base.slice(1)}${file}`, source});
    },
    configureServer(server) {
      server.watcher.add([docsFolder, join(docsFolder, '../../README.md')]);
      server.watcher.on('change', (file) => {
        if (!file.endsWith('.md')) return;
        files = null;
        server.ws.send({type: 'full-reload'});
      });
      server.middlewares.use(answer(server, base, read));
    },
  };
}

function answer(
  server: ViteDevServer,
  base: string,
  read: () => Promise<SiteFiles>,
): Connect.NextHandleFunction {
  return (request, response, next) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    const file = path.startsWith(base) ? path.slice(base.length) || 'index.html' : '';
    if (!/^[\w-]+\.(html|txt)$/.test(file)) {
      next();
      return;
    }
    read()
      .then(async ({documents, texts}) => {
        const document = documents.get(file.replace('.html', ''));
        const html = document && (await server.transformIndexHtml(path, document));
        const body = html ?? texts.get(file);
        if (body === undefined) {
          next();
          return;
        }
        response.setHeader('content-type', `text/${html ? 'html' : 'plain'}; charset=utf-8`);
        response.end(body);
      })
      .catch(next);
  };
}
