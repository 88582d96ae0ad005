import {Chart} from 'chart.js';
import {expect, fixture} from '@open-wc/testing';
import {mountChart} from '../support/chart-harness.js';
import {countHeld} from '../support/held-resources.js';
import {rowsResponse} from '../support/fake-fetch.js';
import {daily, mountQuery} from '../support/query-chart.js';
import {painted, until} from '../support/until.js';

describe('a chart that is removed', () => {
  it('aborts its request', async () => {
    const {chart, sent} = await mountQuery();
    const request = await sent(1);

    chart.element.remove();

    await until(
      () => request.init.signal?.aborted ?? false,
      () => 'an abort',
    );
  });

  it('leaves the request to another chart that wants the same rows', async () => {
    const first = await mountQuery();
    const {getToken, fetch} = first.chart.element;
    const second = await mountChart({
      ...{pipe: 'sales', type: 'table', loading: 'eager', getToken},
      ...(fetch && {fetch}),
    });
    const request = await first.sent(1);
    await second.reaches('loading');

    first.chart.element.remove();
    request.respond(rowsResponse([{name: 'Ada'}]));

    await second.reads([['Name'], ['Ada']]);
    expect(first.network.requests.length).to.equal(1);
  });

  it('stops polling', async () => {
    const {chart, network, sent} = await mountQuery({
      refreshInterval: 1,
      answer: () => rowsResponse(),
    });
    await sent(2);

    chart.element.remove();
    const count = network.requests.length;
    const witness = await mountQuery({refreshInterval: 1, answer: () => rowsResponse()});
    await witness.sent(3);

    expect(network.requests.length).to.equal(count);
  });

  it('destroys its drawing', async () => {
    const before = Object.keys(Chart.instances).length;
    const chart = await mountChart({...daily({visits: [1, 2]}), type: 'line'});
    await chart.isDrawn();
    expect(Object.keys(Chart.instances).length).to.equal(before + 1);

    chart.element.remove();
    await painted();
    expect(Object.keys(Chart.instances).length).to.equal(before);
  });

  it('draws again when it is put back', async () => {
    const chart = await mountChart({...daily({visits: [1, 2]}), type: 'line'});
    await chart.isDrawn();
    const parent = chart.element.parentElement;
    chart.element.remove();
    await painted();

    parent?.append(chart.element);
    await chart.isDrawn();
    expect(chart.element.state).to.equal('ready');
  });
});

describe('a hundred charts that come and go', () => {
  it('leave no drawing, listener or observation behind', async () => {
    const form = await fixture('<form id="filter"><input name="q" value="x" /></form>');
    const {data} = daily({visits: [1, 2, 3], orders: [3, 2, 1]});
    const mountAndRemove = async () => {
      const chart = await mountChart({data, type: 'line', form: form.id, refreshInterval: 60});
      await chart.isDrawn();
      chart.element.remove();
      await painted();
    };
    await mountAndRemove();
    const charts = Object.keys(Chart.instances).length;
    const held = countHeld();

    for (let cycle = 0; cycle < 100; cycle += 1) await mountAndRemove();

    const {listeners, observations} = held.stop();
    expect(Object.keys(Chart.instances).length).to.equal(charts);
    expect(listeners).to.equal(0);
    expect(observations).to.equal(0);
  }).timeout(60_000);
});
