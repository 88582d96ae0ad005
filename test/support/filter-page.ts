import type {RecordedRequest} from './fake-fetch.js';
import type {ChartHarness} from './chart-harness.js';
import {rowsResponse} from './fake-fetch.js';
import {allIn} from './html-drawing.js';
import {mountQuery, type QueryChart, type QuerySetUp} from './query-chart.js';

/** Pages with their views. */
export const PAGES = [
  {page: '/a', views: 40},
  {page: '/b', views: 30},
];

/** A list of pages that filters by `filters`. */
export async function mountList(filters: string, setUp: QuerySetUp = {}, parent?: Element) {
  const list = await mountQuery(
    {type: 'bar-list', locale: 'en', answer: () => rowsResponse(PAGES), filters, ...setUp},
    parent,
  );
  await list.chart.reaches('ready');
  return list;
}

/** A table that may be filtered, and shows what it was asked. */
export async function mountTarget(id: string, setUp: QuerySetUp = {}, parent?: Element) {
  const answer = ({url}: RecordedRequest) => rowsResponse([{asked: `${id}${url.search}`}]);
  const attributes = {id, ...setUp.attributes};
  const target = await mountQuery({answer, ...setUp, attributes}, parent);
  await target.chart.reaches('ready');
  return target;
}

/** Presses a mark of a drawing in HTML. */
export async function pressMark(chart: ChartHarness, at: number): Promise<void> {
  allIn(chart, '[data-mark]')[at]?.click();
  await chart.element.updateComplete;
}

/** Parameters of a request. */
export function paramsOf({url}: RecordedRequest): Record<string, string> {
  return Object.fromEntries(url.searchParams);
}

/** Waits until a target shows the rows of these parameters. */
export async function shows({chart}: QueryChart, params: Record<string, string>): Promise<void> {
  const search = new URLSearchParams(params).toString();
  await chart.reads([['Asked'], [`${chart.element.id}${search && `?${search}`}`]]);
}
