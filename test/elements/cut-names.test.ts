import {expect, fixture} from '@open-wc/testing';
import type {ChartSetUp} from '../support/chart-harness.js';
import {mountChart} from '../support/chart-harness.js';
import {allIn} from '../support/html-drawing.js';

const NAMES = {
  ltr: 'visitors of the documentation who came back within a week of their first visit',
  rtl: 'מבקרים בתיעוד שחזרו בתוך שבוע מהביקור הראשון שלהם באתר החדש של החברה שלנו היום',
};

/** Rows and columns with one long name in each place where a drawing may cut one. */
const listOf = (name: string) => [
  {page: name, visits: 12},
  {page: 'short', visits: 4},
];

const gridOf = (name: string) =>
  [name, 'short'].flatMap((page) => [name, 'b', 'c'].map((group) => ({page, group, visits: 3})));

const days = [
  {day: '2026-01-01', visits: 1, orders: 2},
  {day: '2026-01-02', visits: 2, orders: 3},
];

/** Where names stand, and what is drawn to have one that is cut. */
const PLACES: readonly (readonly [string, string, (name: string) => ChartSetUp])[] = [
  ['bar list', '.bar-list .name', (name) => ({data: listOf(name), type: 'bar-list'})],
  ['funnel', '.funnel .name', (name) => ({data: listOf(name), type: 'funnel'})],
  ['pie', '.slices .name', (name) => ({data: listOf(name), type: 'pie'})],
  [
    'legend',
    '.legend .name',
    (name) => ({data: days, type: 'line', columns: {visits: {label: name}}}),
  ],
  ["table's cells", 'tbody bdi', (name) => ({data: listOf(name), type: 'table'})],
  [
    "table's heads",
    'thead .name',
    (name) => ({data: listOf('page'), type: 'table', columns: {page: {label: name}}}),
  ],
  ["heatmap's rows", 'tbody bdi', (name) => ({data: gridOf(name), type: 'heatmap'})],
  ["heatmap's columns", 'thead span', (name) => ({data: gridOf(name), type: 'heatmap'})],
];

/**
 * Tells whether the first letter of a text is inside its element, and whether all are; WebKit has
 * letters that are cut at the ellipsis.
 */
function seen(element: HTMLElement): {readonly first: boolean; readonly all: boolean} {
  const text = element.firstChild?.nextSibling ?? element.firstChild;
  const node = text instanceof Text ? text : (element.firstChild as Text);
  const box = element.getBoundingClientRect();
  const range = document.createRange();
  range.setStart(node, 0);
  range.setEnd(node, 1);
  const {left, right} = range.getBoundingClientRect();
  const first = left >= box.left - 1 && right <= box.right + 1;
  return {first, all: element.scrollWidth <= element.clientWidth};
}

describe('a name that is cut keeps its beginning', () => {
  for (const [page, name] of [
    ['rtl', 'ltr'],
    ['ltr', 'rtl'],
    ['ltr', 'ltr'],
    ['rtl', 'rtl'],
  ] as const) {
    for (const [where, selector, setUp] of PLACES) {
      it(`in a ${where}, ${name} in a page that is ${page}`, async () => {
        const place = await fixture(`<div dir="${page}" style="inline-size: 300px"></div>`);
        const style = 'inline-size: 300px; block-size: 300px';
        const chart = await mountChart({...setUp(NAMES[name]), style, locale: 'en'}, place);
        await chart.reaches('ready');
        if (where === 'legend') await chart.isDrawn();

        const cut = allIn(chart, selector).find(({textContent}) => textContent === NAMES[name]);
        expect(cut && seen(cut)).to.deep.equal({first: true, all: false});
        // The ellipsis stands at the end of the element's direction.
        const {textOverflow, direction} = getComputedStyle(cut!);
        expect({textOverflow, direction}).to.deep.equal({
          textOverflow: 'ellipsis',
          direction: name,
        });
      });
    }
  }
});

describe('a name beside a very long number', () => {
  const data = [{page: 'North', visits: 1033333333333333.4}];

  for (const type of ['pie', 'funnel'] as const) {
    it(`keeps some letters in a ${type}, and the number is whole`, async () => {
      const style = 'inline-size: 240px; block-size: 300px';
      const chart = await mountChart({data, type, style, locale: 'en'});
      await chart.reaches('ready');

      const box = chart.element.getBoundingClientRect();
      expect(allIn(chart, '.name')[0]!.offsetWidth).to.be.above(30);
      for (const part of allIn(chart, '.value, .share')) {
        const {left, right} = part.getBoundingClientRect();
        expect(left).to.be.at.least(box.left);
        expect(right).to.be.at.most(box.right + 1);
      }
    });
  }
});
