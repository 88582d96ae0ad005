import {expect, fixture} from '@open-wc/testing';
import {configure} from '../../src/index.js';
import {mountChart} from '../support/chart-harness.js';
import {fakeFetch, rowsResponse} from '../support/fake-fetch.js';
import {FakeVisitor} from '../support/fake-visitor.js';
import {mountQuery} from '../support/query-chart.js';

const data = [{name: 'Ada', visits: 1234.5}];

async function nested(outer: string, inner: string): Promise<Element> {
  const place = await fixture(
    `<tinybird-provider ${outer}><tinybird-provider ${inner}><div></div></tinybird-provider></tinybird-provider>`,
  );
  return place.querySelector('div')!;
}

const cellsOf = (visits: string) => [
  ['Name', 'Visits'],
  ['Ada', visits],
];

describe('inheritance', () => {
  it('takes what the nearest provider says', async () => {
    const place = await nested('type="table" locale="de"', 'locale="en"');
    const chart = await mountChart({data}, place);

    await chart.reads(cellsOf('1,234.5'));
  });

  it('lets the chart itself win', async () => {
    const place = await nested('type="table" locale="de"', 'locale="en"');
    const chart = await mountChart({data, locale: 'de'}, place);

    await chart.reads(cellsOf('1.234,5'));
  });

  it('goes back to the provider when the chart says nothing any more', async () => {
    const place = await nested('type="table"', 'locale="en"');
    const chart = await mountChart({data, attributes: {locale: 'de'}}, place);
    await chart.reads(cellsOf('1.234,5'));

    chart.element.removeAttribute('locale');
    await chart.reads(cellsOf('1,234.5'));
  });

  it('follows a provider that changes', async () => {
    const place = await nested('type="table" locale="de"', '');
    const chart = await mountChart({data}, place);
    await chart.reads(cellsOf('1.234,5'));

    place.parentElement?.setAttribute('locale', 'en');
    await chart.reads(cellsOf('1,234.5'));
  });

  it('follows the provider it is moved to', async () => {
    const german = await nested('type="table"', 'locale="de"');
    const english = await nested('type="table"', 'locale="en"');
    const chart = await mountChart({data}, german);
    await chart.reads(cellsOf('1.234,5'));

    english.append(chart.element);
    await chart.reads(cellsOf('1,234.5'));
  });

  it('merges params name by name, param-* of providers included', async () => {
    const place = await nested(`params='{"a":1,"b":1,"c":1}'`, 'param-b="2"');
    const {chart, network} = await mountQuery(
      {params: {c: 3}, answer: () => rowsResponse()},
      place,
    );
    await chart.reaches('ready');

    const {searchParams} = network.last.url;
    expect(['a', 'b', 'c'].map((name) => searchParams.get(name))).to.deep.equal(['1', '2', '3']);
  });

  it('takes getToken and fetch from a provider', async () => {
    const place = await nested('', '');
    const {fetch, requests} = fakeFetch({'/v0/pipes/sales.json': () => rowsResponse(data)});
    const {getToken} = new FakeVisitor();
    Object.assign(place.parentElement!, {getToken, fetch});
    const chart = await mountChart({pipe: 'sales', type: 'table', loading: 'eager'}, place);

    await chart.reaches('ready');
    expect(requests.length).to.equal(1);
  });

  it('shows a provider’s mistake in every chart inside', async () => {
    const place = await nested(`params='{'`, '');
    const {chart} = await mountQuery({}, place);

    await chart.reaches('error');
    expect(chart.element.error?.code).to.equal('misconfigured');
  });

  it('takes what configure() says, at once and below everything nearer', async () => {
    const far = await mountChart({data, type: 'table'});
    const near = await mountChart({data, type: 'table', locale: 'en'});
    configure({locale: 'de'});

    await far.reads(cellsOf('1.234,5'));
    await near.reads(cellsOf('1,234.5'));
  });
});
