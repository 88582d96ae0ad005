import {expect} from '@open-wc/testing';
import {rowsResponse} from '../support/fake-fetch.js';
import {isBlank} from '../support/canvas-pixels.js';
import {daily, dailyResponse, mountQuery} from '../support/query-chart.js';
import {mountChart} from '../support/chart-harness.js';
import {painted, until} from '../support/until.js';

const rowsOf = (name: string) => rowsResponse([{name}]);
const shown = (name: string) => [['Name'], [name]];

describe('races', () => {
  it('asks once when several settings change together', async () => {
    const {chart, network, sent} = await mountQuery();
    await sent(1);

    Object.assign(chart.element, {params: {a: 1}, stacked: true});
    chart.element.setAttribute('param-b', '2');
    await sent(2);
    await painted();

    expect(network.requests.length).to.equal(2);
    expect(network.last.url.searchParams.get('a')).to.equal('1');
    expect(network.last.url.searchParams.get('b')).to.equal('2');
  });

  it('aborts the request before and never shows its answer', async () => {
    const {chart, sent} = await mountQuery({params: {n: 1}});
    const first = await sent(1);

    chart.element.params = {n: 2};
    const second = await sent(2);
    second.respond(rowsOf('second'));
    await chart.reaches('ready');
    first.respond(rowsOf('first'));
    await painted();

    expect(chart.tableText()).to.deep.equal(shown('second'));
  });

  it('keeps the rows of the parameters before, as stale, until the new ones come', async () => {
    const {chart, sent} = await mountQuery({params: {n: 1}});
    (await sent(1)).respond(rowsOf('first'));
    await chart.reaches('ready');

    chart.element.params = {n: 2};
    const second = await sent(2);
    await painted();
    expect(chart.element).to.include({state: 'ready', staleReason: 'loading'});
    expect(chart.tableText()).to.deep.equal(shown('first'));

    second.respond(rowsOf('second'));
    await chart.reads(shown('second'));
    expect(chart.element.staleReason).to.equal(null);
  });

  it('goes back to rows it has without asking again', async () => {
    const {chart, network, sent} = await mountQuery({params: {n: 1}});
    (await sent(1)).respond(rowsOf('first'));
    await chart.reaches('ready');
    chart.element.params = {n: 2};
    (await sent(2)).respond(rowsOf('second'));
    await chart.reads(shown('second'));

    chart.element.params = {n: 1};
    await chart.reads(shown('first'));

    expect(network.requests.length).to.equal(2);
  });

  it('takes the rows of another pipe off the screen at once', async () => {
    const {chart} = await mountQuery({answer: () => rowsOf('first')});
    await chart.reaches('ready');

    chart.element.pipe = '';
    await chart.element.updateComplete;

    expect(chart.element.response).to.equal(null);
    expect(chart.allText).not.to.contain('first');
    await chart.reaches('error');
  });

  it('draws the last type when it changes twice while its code loads', async () => {
    const {chart} = await mountQuery({answer: () => dailyResponse({visits: [1, 2]})});
    chart.element.type = 'line';
    await chart.element.updateComplete;
    chart.element.type = 'table';

    await chart.reads([
      ['Day', 'Visits'],
      ['Jan 1, 2026', '1'],
      ['Jan 2, 2026', '2'],
    ]);
    expect(chart.plot).to.equal(null);
  });

  it('draws on a new canvas after a table was shown in between', async () => {
    const chart = await mountChart({...daily({visits: [1, 2]}), type: 'line'});
    await chart.isDrawn();
    chart.element.type = 'table';
    await chart.element.updateComplete;
    chart.element.type = 'bar';
    await chart.isDrawn();

    expect(isBlank(chart.canvas)).to.equal(false);
  });

  it('resolves refetch() with the failure as with the rows', async () => {
    const {chart, sent} = await mountQuery();
    const first = await sent(1);
    const refetched = chart.element.refetch();
    first.respond(new Response('{', {status: 200}));
    await refetched;

    expect(chart.element.error?.code).to.equal('unexpected-response');
  });

  it('asks anew when it was removed and put back later', async () => {
    const {chart, sent} = await mountQuery();
    const first = await sent(1);
    const parent = chart.element.parentElement!;
    chart.element.remove();
    await until(
      () => first.init.signal?.aborted ?? false,
      () => 'an abort',
    );

    parent.append(chart.element);
    (await sent(2)).respond(rowsOf('second'));
    await chart.reads(shown('second'));
  });
});
