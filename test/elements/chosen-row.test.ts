import {expect} from '@open-wc/testing';
import '../../src/elements/filter-source.js';
import {ACME, FakeClerk, GLOBEX} from '../auth/support/fake-clerk.js';
import {FakeClock} from '../support/fake-clock.js';
import {rowsResponse} from '../support/fake-fetch.js';
import {mountTarget, shows} from '../support/filter-page.js';
import {mountQuery} from '../support/query-chart.js';
import {
  chosen,
  click,
  drawn,
  labels,
  listen,
  marked,
  NOTHING,
  press,
  ROWS,
  rows,
} from '../support/table-rows.js';

describe('a chosen row', () => {
  it('stays chosen and marked when it scrolls away, is sorted or comes again', async () => {
    const chart = await drawn({data: ROWS});
    chart.scrollArea.focus();
    await press(chart, 'ArrowDown', 'Enter');

    await chart.presses('Views');
    expect([labels(rows(chart)), chosen(chart), marked(chart)]).to.deep.equal([
      ['/c', '/b', '/a'],
      ['/a'],
      '/a',
    ]);

    chart.element.data = [{page: '/d', views: 99}, ...ROWS.map((row) => ({...row, views: 1}))];
    await chart.element.updateComplete;
    expect([chosen(chart), marked(chart)]).to.deep.equal([['/a'], '/a']);

    chart.element.data = [{page: '/d', views: 99}];
    await chart.element.updateComplete;
    expect([chosen(chart), marked(chart)]).to.deep.equal([[], null]);
  });

  it('filters other charts by its first column', async () => {
    const target = await mountTarget('filtered');
    const chart = await drawn({data: ROWS, filters: '#filtered'});

    await click(chart, 1);
    await shows(target, {page: '/b'});
    await click(chart, 1);
    await shows(target, {});
  });

  it('is given up with the rows of an organization', async () => {
    const clerk = new FakeClerk(new FakeClock(Date.now()));
    clerk.signIn('user_ada', ACME);
    const answer = () => rowsResponse(ROWS);
    const {chart} = await mountQuery({clerk, getToken: undefined, type: 'table', answer});
    await chart.reaches('ready');
    const heard = listen(chart);
    await click(chart, 0);
    expect(chosen(chart)).to.deep.equal(['/a']);

    clerk.switchTo(GLOBEX);

    expect(heard.at(-1)).to.deep.equal(NOTHING);
    await chart.element.updateComplete;
    expect(chosen(chart)).to.deep.equal([]);
  });
});
