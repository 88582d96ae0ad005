import type {ChartSelection} from '../../src/elements/events.js';
import {type ChartHarness, type ChartSetUp, mountChart} from './chart-harness.js';
import {allIn} from './html-drawing.js';
import {until} from './until.js';

/** Rows known by their page. */
export const ROWS = [
  {page: '/a', views: 40},
  {page: '/b', views: 30},
  {page: '/c', views: 20},
];
/** What is told when a choice has been given up. */
export const NOTHING = {index: null, category: null, value: null, row: null};

/** A table that shows its rows. */
export async function drawn(setUp: ChartSetUp): Promise<ChartHarness> {
  const chart = await mountChart({locale: 'en', heading: 'Pages', type: 'table', ...setUp});
  await chart.reaches('ready');
  return chart;
}

/** All that a chart tells of choices from now on. */
export function listen(chart: ChartHarness): ChartSelection[] {
  const heard: ChartSelection[] = [];
  chart.element.addEventListener('tinybird-chart-select', ({index, category, value, row}) =>
    heard.push({index, category, value, row}),
  );
  return heard;
}

/** Presses keys where the focus is; false when the chart took the last one. */
export async function press(chart: ChartHarness, ...keys: string[]): Promise<boolean> {
  let isLeft = true;
  for (const key of keys) {
    const target = chart.element.shadowRoot?.activeElement;
    const event = new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true});
    isLeft = target?.dispatchEvent(event) ?? true;
    await chart.element.updateComplete;
  }
  return isLeft;
}

/** Rows that are written. */
export const rows = (chart: ChartHarness) => allIn(chart, '[data-row]');
/** First cells of rows. */
export const labels = (found: HTMLElement[]) =>
  found.map((row) => row.children[0]?.textContent.trim());
/** First cells of the rows that are chosen. */
export const chosen = (chart: ChartHarness) =>
  labels(allIn(chart, '[data-row][aria-selected=true]'));
/** First cell of the row that keys have led to, or null. */
export const marked = (chart: ChartHarness) => {
  const id = chart.scrollArea.getAttribute('aria-activedescendant');
  return id === null ? null : labels(allIn(chart, `#${id}`))[0];
};
/** Waits until keys have led to this row. */
export const isMarked = (chart: ChartHarness, label: string) =>
  until(
    () => marked(chart) === label,
    () => `row ${label} to be marked (is ${marked(chart)})`,
  );

/** Presses a row that is written. */
export async function click(chart: ChartHarness, at: number): Promise<void> {
  rows(chart)[at]?.click();
  await chart.element.updateComplete;
}
