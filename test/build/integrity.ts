import {createHash} from 'node:crypto';
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import type {Plugin} from 'vite';
import {DRAWING_CHUNKS} from './drawing-chunks.js';

/** A script as it is served. */
export interface IntegrityEntry {
  /** Path in the folder of the build, for instance `chunks/shell-5LZBPQ.js`. */
  readonly file: string;
  readonly bytes: number;
  /** Bytes after gzip -9. */
  readonly gzip: number;
  /** For the attribute `integrity`. */
  readonly integrity: string;
}

/** What `integrity.json` holds. */
export interface IntegrityList {
  /** Where the import map and the snippet expect the files. */
  readonly base: string;
  /** The script of the tag first, then by name. */
  readonly files: readonly IntegrityEntry[];
  /** Checks chunks in Chrome and Edge from 127, Firefox from 138, Safari from 18. */
  readonly importMap: {readonly integrity: Readonly<Record<string, string>>};
  /** For `script-src` of a Content-Security-Policy, as an import map is always inline. */
  readonly importMapHash: string;
}

/** What asks for rows: run ahead of the tag's script, so that charts ask before the first frame. */
const AHEAD = 'engine';

/**
 * Writes `integrity.json` and `snippet.html` beside the scripts: sizes and hashes of all of them,
 * and tags to paste. Addresses begin with Vite's `base`. Reads what was written, so that nothing can
 * change it afterwards.
 */
export function integrity(): Plugin {
  let base = '/';
  return {
    name: 'integrity',
    configResolved: (config) => {
      base = config.base;
    },
    writeBundle({dir = ''}, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const entry = chunks.find(({isEntry}) => isEntry);
      if (!entry) throw new Error('The build has no entry to write a tag for.');
      const fileOf = (wanted: string) => {
        const chunk = chunks.find(({name}) => name === wanted);
        if (!chunk) throw new Error(`The build has no ${wanted}.`);
        return chunk.fileName;
      };
      const snippet = {
        atOnce: entry.imports,
        soon: DRAWING_CHUNKS.map(fileOf),
        run: [fileOf(AHEAD), entry.fileName],
      };
      const later = chunks.filter((chunk) => chunk !== entry).map(({fileName}) => fileName);
      const files = [entry.fileName, ...later.sort()].map((file) => describeFile(dir, file));
      const importMap = {
        integrity: Object.fromEntries(files.map((each) => [base + each.file, each.integrity])),
      };
      const mapText = JSON.stringify(importMap);
      const list: IntegrityList = {
        base,
        files,
        importMap,
        importMapHash: digest('sha256', mapText),
      };
      writeFileSync(join(dir, 'integrity.json'), `${JSON.stringify(list, null, 2)}\n`);
      writeFileSync(join(dir, 'snippet.html'), snippetText(list, mapText, snippet));
    },
  };
}

function describeFile(dir: string, file: string): IntegrityEntry {
  const content = readFileSync(join(dir, file));
  return {
    file,
    bytes: content.length,
    gzip: gzipSync(content, {level: 9}).length,
    integrity: digest('sha384', content),
  };
}

function digest(algorithm: string, content: string | Buffer): string {
  return `${algorithm}-${createHash(algorithm).update(content).digest('base64')}`;
}

/** Files of the snippet's tags. */
interface SnippetFiles {
  /** Loaded ahead of what imports them. */
  readonly atOnce: readonly string[];
  /** Loaded ahead of their need, behind everything else. */
  readonly soon: readonly string[];
  /** Run, in this order. */
  readonly run: readonly string[];
}

function snippetText(
  {base, importMap}: IntegrityList,
  mapText: string,
  {atOnce, soon, run}: SnippetFiles,
): string {
  const attributesOf = (name: string) => {
    const address = base + name;
    return `="${address}" integrity="${importMap.integrity[address] ?? ''}" crossorigin="anonymous"`;
  };
  const preload = (name: string, more = '') =>
    `<link rel="modulepreload" href${attributesOf(name)} ${more}/>`;
  return [
    `<script type="importmap">${mapText}</script>`,
    ...atOnce.map((name) => preload(name)),
    ...soon.map((name) => preload(name, 'fetchpriority="low" ')),
    ...run.map((name) => `<script type="module" src${attributesOf(name)}></script>`),
    '',
  ].join('\n');
}
