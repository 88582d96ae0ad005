import type {ChartRange} from '../../src/elements/events.js';
import '../../src/elements/range-tool.js';
import {type ChartHarness, type ChartSetUp, mountChart} from './chart-harness.js';
import {allIn} from './html-drawing.js';
import {daily} from './query-chart.js';
import {until} from './until.js';

/** Ten days. */
export const TEN = daily({visits: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]});

/** The range of a chart of which all is seen. */
export const NOTHING = {from: null, to: null, fromMs: null, toMs: null};

/** Mounts a chart of ten days and waits for its tools; `heard` are the ranges it tells. */
export async function drawn(
  setUp: ChartSetUp,
): Promise<{chart: ChartHarness; heard: ChartRange[]}> {
  const chart = await mountChart({type: 'line', locale: 'en', noLegend: true, ...TEN, ...setUp});
  await chart.isDrawn();
  const heard: ChartRange[] = [];
  chart.element.addEventListener('tinybird-chart-range', ({from, to, fromMs, toMs}) =>
    heard.push({from, to, fromMs, toMs}),
  );
  await until(
    () => allIn(chart, '.range-tools').length > 0,
    () => 'tools for ranges',
  );
  return {chart, heard};
}

/** Dispatches a pointer event at a share of the canvas; `handle` as type is the later end of a range. */
export async function pointer(
  chart: ChartHarness,
  type: string,
  x: number,
  init: PointerEventInit = {},
) {
  const box = chart.canvas.getBoundingClientRect();
  const place = {clientX: box.left + box.width * x, clientY: box.top + 40};
  const target = init.pointerType === 'handle' ? allIn(chart, '.handle')[1] : chart.canvas;
  const event = new PointerEvent(type, {...place, bubbles: true, cancelable: true, ...init});
  target?.dispatchEvent(event);
  await chart.element.updateComplete;
}

/** Drags from one share of the canvas to another, and clicks as browsers do after it. */
export async function drag(
  chart: ChartHarness,
  from: number,
  to: number,
  init: PointerEventInit = {},
) {
  await pointer(chart, 'pointerdown', from, init);
  await pointer(chart, 'pointermove', (from + to) / 2, init);
  await pointer(chart, 'pointermove', to, init);
  await pointer(chart, 'pointerup', to, init);
  await pointer(chart, 'click', to, init);
}

/** Presses a key on what has the focus; false when the chart took it. */
export async function key(chart: ChartHarness, name: string, init: KeyboardEventInit = {}) {
  const target = chart.element.shadowRoot?.activeElement;
  const event = new KeyboardEvent('keydown', {key: name, bubbles: true, cancelable: true, ...init});
  const isLeft = target?.dispatchEvent(event) ?? true;
  await chart.element.updateComplete;
  return isLeft;
}

/** Waits for a range that begins so. */
export async function heardLast(heard: ChartRange[], from: ChartRange['from']): Promise<void> {
  await until(
    () => heard.at(-1)?.from === from,
    () => `${from} (is ${JSON.stringify(heard)})`,
  );
}

/** Tells whether there is a way back. */
export const hasReset = (chart: ChartHarness) => chart.parts.includes('reset');
