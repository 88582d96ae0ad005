import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {shortNames} from '../build/shorten-chart.js';

const dist = fileURLToPath(new URL('../../node_modules/chart.js/dist/', import.meta.url));
const names = shortNames(dist);

test('each private name of Chart.js has one short name that nothing else there has', () => {
  const text =
    readFileSync(`${dist}chart.js`, 'utf8') + readFileSync(`${dist}chunks/index.js`, 'utf8');
  const all = new Set(text.match(/[\w$]+/g));
  assert.ok(names.size > 200);
  assert.equal(new Set(names.values()).size, names.size);
  assert.deepEqual(
    [...names.values()].filter((name) => all.has(name)),
    [],
  );
  assert.ok([...names].every(([long, short]) => long.startsWith('_') && short.startsWith('_')));
});

test('names that Chart.js puts together, and those of options, stay', () => {
  const text = readFileSync(`${dist}chart.js`, 'utf8');
  for (const name of [
    '_onDataPush',
    '_setDatasetHoverStyle',
    '_removeDatasetHoverStyle',
    '_scriptable',
    '_indexable',
    '_fallback',
  ]) {
    assert.ok(text.includes(name), name);
    assert.ok(!names.has(name), name);
  }
});
