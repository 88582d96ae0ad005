import {expect} from '@open-wc/testing';
import {type ChartHarness, mountChart} from '../support/chart-harness.js';
import {jsonResponse, rowsResponse} from '../support/fake-fetch.js';
import {FakeVisitor, inOrganization} from '../support/fake-visitor.js';
import {mountQuery} from '../support/query-chart.js';

const signedOut = () => Object.assign(new FakeVisitor(), {claims: null});

function fill(chart: ChartHarness, slot: string): HTMLElement {
  const own = document.createElement('p');
  own.slot = slot;
  own.textContent = 'The page says so itself.';
  chart.element.append(own);
  return own;
}

const isShown = (element: HTMLElement) => element.getBoundingClientRect().height > 0;

describe('slots', () => {
  for (const [slot, setUp] of [
    ['loading', {}],
    ['empty', {answer: () => rowsResponse([])}],
    ['error', {answer: () => jsonResponse(404, {error: 'none'})}],
    ['rate-limited', {answer: () => jsonResponse(429, {error: 'Too many'}, {'retry-after': '30'})}],
    ['signed-out', {visitor: signedOut()}],
    ['no-organization', {visitor: new FakeVisitor(inOrganization('none'))}],
  ] as const) {
    it(`${slot} takes the place of the built-in view`, async () => {
      const {chart} = await mountQuery(setUp);
      await chart.reaches(slot);

      const own = fill(chart, slot);

      expect(own.assignedSlot).not.to.equal(null);
      expect(isShown(own)).to.equal(true);
    });

    it(`${slot} is not shown beside rows`, async () => {
      const chart = await mountChart({data: [{n: 1}], type: 'table'});
      await chart.reaches('ready');

      expect(isShown(fill(chart, slot))).to.equal(false);
    });
  }

  it('of a state leave rows alone that a failed refetch has made stale', async () => {
    const answers = [rowsResponse(), jsonResponse(404, {error: 'none'})];
    const {chart} = await mountQuery({answer: () => answers.shift()});
    const own = fill(chart, 'error');
    await chart.reaches('ready');
    await chart.element.refetch();

    expect([chart.element.staleReason, isShown(own)]).to.deep.equal(['error', false]);
    expect(chart.tableText().length).to.equal(2);
  });

  for (const slot of ['toolbar', 'footer']) {
    it(`${slot} stands beside rows and beside messages`, async () => {
      const ready = await mountChart({data: [{n: 1}], type: 'table'});
      const empty = await mountChart({data: [], type: 'table'});
      await ready.reaches('ready');
      await empty.reaches('empty');

      expect(isShown(fill(ready, slot))).to.equal(true);
      expect(isShown(fill(empty, slot))).to.equal(true);
    });
  }
});
