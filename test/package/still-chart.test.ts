import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {parseSync} from 'vite';
import {assertStill, stillChart} from '../build/still-chart.js';

type Program = ReturnType<Parameters<typeof stillChart>[1]>;

const file = fileURLToPath(new URL('../../node_modules/chart.js/dist/chart.js', import.meta.url));
const code = readFileSync(file, 'utf8');

/** As the build parses: with the place of every node. */
const parse = (text: string) => parseSync(file, text, {range: true}).program as Program;

test('what a chart without events never calls is taken out of Chart.js', () => {
  const still = stillChart(code, parse);
  const handler = /_handleEvent\(e, replay, inChartArea\) \{/;
  assert.match(code, handler);
  assert.doesNotMatch(still, handler);
  assert.match(still, /bindEvents\(\) \{this\.attached = true;\}/);
  assert.doesNotThrow(() => parse(still));
});

test('what only some charts need is a function that can be cut off', () => {
  const still = stillChart(code, parse);
  assert.match(still, /drawTitle\(\) \{return drawScaleTitle\.apply\(this, arguments\);\}/);
  assert.match(still, /^function drawScaleTitle\(\) \{[^]+renderText/m);
  assert.match(still, /^function tickFont\(index\) \{[^]+getContext\(index\)/m);
});

test('a Chart.js without a method that should go does not build', () => {
  const other = code.replaceAll('_handleEvent(', '_handleOther(');
  assert.throws(() => stillChart(other, parse), /no Chart\._handleEvent/);
});

test('a Chart.js that looks for its platform in another way does not build', () => {
  const other = code.replaceAll('_detectPlatform', '_choosePlatform');
  assert.throws(() => stillChart(other, parse), /platform in another way/);
});

test('kept code that calls what is gone does not build', () => {
  assert.throws(() => assertStill('chart.setActiveElements([]);'), /calls setActiveElements/);
  assert.doesNotThrow(() => assertStill('chart.draw();'));
});
