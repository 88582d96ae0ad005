import {expect} from '@open-wc/testing';
import {ReactiveElement} from 'lit';
import '../../src/elements/earlier-rows.js';
import '../../src/elements/extend-plot.js';
import '../../src/elements/pie-view.js';
import {mountChart} from '../support/chart-harness.js';
import {daily, dailyResponse, mountQuery} from '../support/query-chart.js';
import {painted} from '../support/until.js';

const lit = ReactiveElement.prototype as unknown as {performUpdate(): void};
const {performUpdate} = lit;

/** Updates at whose end another one was already asked for: what Lit warns of in development. */
let unfinished = 0;
let updates = 0;

describe('an update', () => {
  before(() => {
    lit.performUpdate = function (this: ReactiveElement) {
      performUpdate.call(this);
      updates += 1;
      if (this.isUpdatePending) unfinished += 1;
    };
  });
  after(() => {
    lit.performUpdate = performUpdate;
  });
  beforeEach(() => {
    unfinished = updates = 0;
  });

  for (const [name, setUp] of [
    ['a line', {type: 'line', ...daily({visits: [1, 2]})}],
    ['two lines and their legend', {type: 'line', ...daily({visits: [1, 2], orders: [3, 4]})}],
    ['a pie', {type: 'pie', ...daily({visits: [1, 2]})}],
    [
      'what a visitor marks and charts share',
      {
        type: 'line',
        ...daily({visits: [1, 2]}),
        attributes: {zoom: '', brush: '', 'link-group': 'group'},
      },
    ],
  ] as const) {
    it(`that draws ${name} asks for no other one before it is complete`, async () => {
      const chart = await mountChart(setUp);
      await chart.reaches('ready');
      await painted();

      expect([updates > 0, unfinished]).to.deep.equal([true, 0]);
    });
  }

  it('that asks for earlier rows, or has none to ask for, asks for no other one', async () => {
    for (const attributes of [
      {'param-date_from': '2026-01-08', 'param-date_to': '2026-01-10'},
      {'param-none': '1'},
    ]) {
      const {chart} = await mountQuery({
        type: 'line',
        answer: () => dailyResponse({visits: [1, 2]}),
        attributes: {compare: 'previous-period', ...attributes},
      });
      await chart.isDrawn();
    }

    expect([updates > 0, unfinished]).to.deep.equal([true, 0]);
  });

  it('with other parameters asks for no other one before it is complete', async () => {
    const {chart, sent} = await mountQuery({answer: () => dailyResponse({visits: [1, 2]})});
    await chart.reaches('ready');
    chart.element.setAttribute('param-country', 'FR');
    await sent(2);
    await chart.reaches('ready');

    expect([updates > 0, unfinished]).to.deep.equal([true, 0]);
  });
});
