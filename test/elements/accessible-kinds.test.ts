import {expect, fixture} from '@open-wc/testing';
import {mountChart} from '../support/chart-harness.js';
import {CHOICES} from '../../src/elements/wrong-setting.js';
import {jsonResponse, rowsResponse} from '../support/fake-fetch.js';
import {FakeVisitor} from '../support/fake-visitor.js';
import {mountQuery, type QuerySetUp} from '../support/query-chart.js';
import {drawings, goOffline, states} from '../support/scenes.js';

const data = [
  {page: '/', visits: 30, orders: 3},
  {page: '/docs', visits: 20, orders: 1},
  {page: '/blog', visits: null, orders: 2},
];
const signedOut = new FakeVisitor();
signedOut.claims = null;

const KINDS = CHOICES.type.filter((type) => type !== 'auto');
const STATES: readonly (readonly ['loading' | 'empty' | 'error' | 'signed-out', QuerySetUp])[] = [
  ['loading', {}],
  ['empty', {answer: () => rowsResponse([])}],
  ['error', {answer: () => jsonResponse(404, {error: 'none'})}],
  ['signed-out', {visitor: signedOut}],
];

for (const [theme, ground] of [
  ['light', '#ffffff'],
  ['dark', '#14171f'],
] as const) {
  const place = () => fixture(`<div style="background: ${ground}"></div>`);

  describe(`axe finds nothing on a ${theme} ground`, () => {
    for (const type of KINDS) {
      it(`in type ${type}`, async () => {
        const rows = type === 'scatter' ? data.map(({page: _, ...rest}) => rest) : data;
        const setUp = {data: rows, type, theme, heading: 'Pages', description: 'Last week'};
        const chart = await mountChart(setUp, await place());
        await chart.reaches('ready');

        await expect(chart.element).to.be.accessible();
      });

      for (const [state, setUp] of STATES) {
        it(`in type ${type} while ${state}`, async () => {
          const attributes = {type, heading: 'Pages', description: 'Last week'};
          const {chart} = await mountQuery({...setUp, theme, attributes}, await place());
          await chart.reaches(state);

          await expect(chart.element).to.be.accessible();
        });
      }
    }
  });
}

for (const [theme, ground] of [
  ['light', '#ffffff'],
  ['dark', '#14171f'],
] as const) {
  describe(`axe finds nothing on a ${theme} ground`, () => {
    afterEach(() => goOffline(false));

    const {'mixed kinds': mixed, references, 'earlier values': earlier} = drawings;
    const scenes = {...states, 'mixed kinds': mixed, references, 'earlier values': earlier};
    for (const [name, mount] of Object.entries(scenes)) {
      it(`in the scene: ${name}`, async () => {
        const place = await fixture(`<div style="background: ${ground}"></div>`);
        const chart = await mount!({theme}, place);

        await expect(chart.element).to.be.accessible();
      });
    }
  });
}
