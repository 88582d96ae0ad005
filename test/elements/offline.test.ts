import {expect} from '@open-wc/testing';
import {rowsResponse} from '../support/fake-fetch.js';
import {mountQuery} from '../support/query-chart.js';
import {painted} from '../support/until.js';

function goOffline(isOffline: boolean): void {
  Object.defineProperty(navigator, 'onLine', {value: !isOffline, configurable: true});
  window.dispatchEvent(new Event(isOffline ? 'offline' : 'online'));
}

describe('without a network', () => {
  afterEach(() => goOffline(false));

  it('is offline when a request breaks off, and comes back by itself', async () => {
    const {chart, sent} = await mountQuery();
    const request = await sent(1);
    goOffline(true);
    request.drop();
    await chart.reaches('offline');
    expect(chart.message).to.contain('You are offline.');

    goOffline(false);
    (await sent(2)).respond(rowsResponse([{name: 'Ada'}]));
    await chart.reads([['Name'], ['Ada']]);
  });

  it('keeps its rows, as stale', async () => {
    const {chart} = await mountQuery({answer: () => rowsResponse([{name: 'Ada'}])});
    await chart.reaches('ready');

    goOffline(true);
    void chart.element.refetch();
    await painted();

    expect(chart.element).to.include({state: 'ready', staleReason: 'offline'});
    expect(chart.status).to.equal('Offline');
    expect(chart.tableText()).to.deep.equal([['Name'], ['Ada']]);
  });
});
