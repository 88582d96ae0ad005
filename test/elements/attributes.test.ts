import {expect} from '@open-wc/testing';
import {mountChart} from '../support/chart-harness.js';
import {rowsResponse} from '../support/fake-fetch.js';
import {daily, mountQuery} from '../support/query-chart.js';

const days = daily({visits: [1200, 1300], orders: [3, 4]});

describe('attributes', () => {
  it('pipe names the endpoint that is asked on the host', async () => {
    const {chart, network} = await mountQuery({
      attributes: {host: 'https://api.us-east.aws.tinybird.co'},
      answer: () => rowsResponse(),
    });
    await chart.reaches('ready');

    const {url} = network.last;
    expect(url.origin + url.pathname).to.equal(
      'https://api.us-east.aws.tinybird.co/v0/pipes/sales.json',
    );
  });

  it('params and param-* become the query, the latter winning', async () => {
    const {chart, network} = await mountQuery({
      attributes: {params: '{"since":"2026-01-01","n":1}', 'param-n': '2'},
      answer: () => rowsResponse(),
    });
    await chart.reaches('ready');

    expect(network.last.url.searchParams.get('since')).to.equal('2026-01-01');
    expect(network.last.url.searchParams.get('n')).to.equal('2');
  });

  it('a param-* that changes or goes asks again', async () => {
    const {chart, sent} = await mountQuery({
      attributes: {'param-n': '1'},
      answer: () => rowsResponse(),
    });
    await sent(1);

    chart.element.setAttribute('param-n', '2');
    expect((await sent(2)).url.searchParams.get('n')).to.equal('2');
    chart.element.removeAttribute('param-n');
    expect((await sent(3)).url.searchParams.has('n')).to.equal(false);
  });

  for (const [name, text] of [
    ['params', '{"a":'],
    ['params', '[1]'],
    ['params', '{"token":"p.x"}'],
    ['columns', 'visits'],
    ['categories', '[oops'],
    ['type', 'pyramid'],
    ['theme', 'sepia'],
    ['loading', 'soon'],
    ['tenancy', 'everyone'],
    ['number-format', 'roman'],
    ['locale', 'not a tag'],
    ['time-zone', 'Mars/Olympus'],
    ['refresh-interval', 'often'],
    ['host', 'http://user:pw@api.tinybird.co'],
    ['pipe', '../secrets'],
    ['pipe', ''],
  ] as const) {
    it(`${name}="${text}" is a state and an event, never an exception`, async () => {
      const codes: string[] = [];
      const listener = (event: Event) =>
        codes.push((event as HTMLElementEventMap['tinybird-chart-error']).error.code);
      document.addEventListener('tinybird-chart-error', listener);
      const {chart, network} = await mountQuery({attributes: {[name]: text}});
      await chart.reaches('error');
      document.removeEventListener('tinybird-chart-error', listener);

      expect(codes.at(-1)).to.equal('misconfigured');
      expect(network.requests).to.deep.equal([]);
      expect(chart.detail).to.contain(name === 'params' && text.includes('token') ? '' : name);
    });
  }

  it('a wrong attribute that is put right heals', async () => {
    const chart = await mountChart({...days, attributes: {type: 'pyramid'}});
    await chart.reaches('error');

    chart.element.setAttribute('type', 'table');
    await chart.reaches('ready');
    expect(chart.element.error).to.equal(null);
  });

  it('heading and description are shown, and the pipe names a chart without', async () => {
    const {chart} = await mountQuery({pipe: 'visits_over_time', description: 'By day'});
    expect([chart.heading, chart.description]).to.deep.equal(['Visits over time', 'By day']);

    chart.element.heading = '';
    await chart.element.updateComplete;
    expect(chart.parts).not.to.include('heading');
  });

  it('columns give labels, formats and units, and hide', async () => {
    const chart = await mountChart({
      ...days,
      attributes: {
        type: 'table',
        locale: 'en',
        columns: '{"visits":{"label":"Guests","unit":"pp"},"orders":{"hidden":true}}',
      },
    });

    await chart.reads([
      ['Day', 'Guests'],
      ['Jan 1, 2026', '1,200 pp'],
      ['Jan 2, 2026', '1,300 pp'],
    ]);
  });

  it('index, categories and group-by choose the columns', async () => {
    const data = [
      {day: '2026-01-01', country: 'ES', visits: 1, orders: 5},
      {day: '2026-01-01', country: 'FR', visits: 2, orders: 6},
      {day: '2026-01-02', country: 'ES', visits: 3, orders: 7},
    ];
    const attributes = {index: 'day', categories: 'orders', 'group-by': 'country', type: 'line'};
    const chart = await mountChart({data, attributes});
    await chart.isDrawn();

    expect(Object.keys(chart.legend).sort()).to.deep.equal(['ES', 'FR']);
  });

  it('no-legend and no-tooltip leave them out', async () => {
    const attributes = {type: 'line', 'no-legend': '', 'no-tooltip': ''};
    const chart = await mountChart({...days, attributes});
    await chart.isDrawn();
    chart.point('pointermove');
    await chart.element.updateComplete;

    expect([chart.legend, chart.tooltip]).to.deep.equal([{}, '']);
  });

  it('refresh-interval asks again and again', async () => {
    const {sent} = await mountQuery({
      attributes: {'refresh-interval': '1'},
      answer: () => rowsResponse(),
    });

    const first = await sent(1);
    const second = await sent(2);
    expect([first.url.href, second.url.href]).to.deep.equal([first.url.href, first.url.href]);
  });
});
