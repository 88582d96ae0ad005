import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {EARLY_CHUNKS} from '../build/early-chunks.js';
import {bundleFolder} from '../loaded-scripts.js';

const chunks = readdirSync(join(bundleFolder, 'chunks'));
const read = (file: string) => readFileSync(join(bundleFolder, 'chunks', file), 'utf8');
const isEarly = (file: string) =>
  EARLY_CHUNKS.some((name) => file.replace(/-[\w-]{8}\.js$/, '') === name);

test('files that every chart runs begin with what has browsers compile them whole', () => {
  const early = chunks.filter(isEarly);
  assert.equal(early.length, EARLY_CHUNKS.length);
  for (const file of early) assert.match(read(file), /^\/\/# allFunctionsCalledOnLoad\n/, file);
});

test('files that load on demand are compiled as they are called', () => {
  const later = chunks.filter((file) => !isEarly(file));
  assert.ok(later.length > 10);
  for (const file of later) assert.doesNotMatch(read(file), /allFunctionsCalledOnLoad/, file);
});

test('the tags to paste ask at once for these files and no others', () => {
  const snippet = readFileSync(join(bundleFolder, 'snippet.html'), 'utf8');
  const links = [...snippet.matchAll(/rel="modulepreload" href="[^"]*\/chunks\/([^"]+)"/g)];
  assert.deepEqual(links.map(([, file]) => file).sort(), chunks.filter(isEarly).sort());
});
