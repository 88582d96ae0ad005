// `npm run size`: what a page with one line chart downloads from dist/cdn, against the budget.
// The list of files is what a browser really asks for.

import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import {scriptsOfChart} from './loaded-scripts.js';
import {bundleFolder} from './serve-bundle.js';

interface Budget {
  readonly name: string;
  /** Bytes after gzip -9. */
  readonly limit: number;
}

const FIRST: Budget = {name: 'script of the tag and its imports', limit: 20_000};
const ALL: Budget = {name: 'all of a line chart', limit: 90_000};

function gzipSize(file: string): number {
  return gzipSync(readFileSync(join(bundleFolder, file)), {level: 9}).length;
}

/** The files that `file` imports without waiting, itself included. */
function withStaticImports(file: string): string[] {
  const manifestText = readFileSync(join(bundleFolder, 'manifest.json'), 'utf8');
  const manifest = JSON.parse(manifestText) as Record<string, {file: string; imports?: string[]}>;
  const found = new Set<string>();
  const visit = (key: string) => {
    const chunk = manifest[key];
    if (!chunk || found.has(chunk.file)) return;
    found.add(chunk.file);
    chunk.imports?.forEach(visit);
  };
  visit(Object.keys(manifest).find((key) => manifest[key]?.file === file) ?? '');
  return [...found];
}

function row(name: string, raw: number | string, gzip: number | string, note = ''): string {
  return `${name.padEnd(44)}${String(raw).padStart(10)}${String(gzip).padStart(10)}  ${note}`;
}

function judge(budget: Budget, size: number): {note: string; isOver: boolean} {
  const isOver = size > budget.limit;
  return {note: `${isOver ? 'OVER' : 'within'} ${budget.limit}`, isOver};
}

if (!existsSync(join(bundleFolder, 'tinybird-chart.js'))) {
  console.error('dist/cdn is not built: run "npm run build" first.');
  process.exit(1);
}
const loaded = await scriptsOfChart();
const later = readdirSync(bundleFolder, {recursive: true, encoding: 'utf8'})
  .filter((file) => file.endsWith('.js') && !loaded.includes(file))
  .sort();
const sizes = new Map([...loaded, ...later].map((file) => [file, gzipSize(file)]));
const rawSize = (file: string) => readFileSync(join(bundleFolder, file)).length;

console.log(row('file', 'bytes', 'gzip -9'));
for (const file of loaded) console.log(row(file, rawSize(file), sizes.get(file) ?? 0));
for (const file of later) console.log(row(file, rawSize(file), sizes.get(file) ?? 0, 'on demand'));

const sumOf = (files: readonly string[]) =>
  files.reduce((sum, file) => sum + (sizes.get(file) ?? 0), 0);
const first = sumOf(withStaticImports(loaded[0] ?? ''));
const all = sumOf(loaded);
const verdicts = [
  {budget: FIRST, size: first, ...judge(FIRST, first)},
  {budget: ALL, size: all, ...judge(ALL, all)},
];
console.log('');
for (const {budget, size, note} of verdicts) console.log(row(budget.name, '', size, note));
if (verdicts.some(({isOver}) => isOver)) process.exitCode = 1;
