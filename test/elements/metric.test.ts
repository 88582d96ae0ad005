import {expect} from '@open-wc/testing';
import {mountChart} from '../support/chart-harness.js';
import {daily, mountQuery} from '../support/query-chart.js';

describe('metric', () => {
  it('shows the one number of an answer', async () => {
    const chart = await mountChart({data: [{visits: 1234567}], type: 'metric', locale: 'en'});
    await chart.reaches('ready');

    expect(chart.metricText).to.equal('Visits 1.23M');
  });

  it('is what a single number is drawn as when nothing is said', async () => {
    const chart = await mountChart({data: [{visits: 5}], locale: 'en'});
    await chart.reaches('ready');

    expect(chart.metricText).to.equal('Visits 5');
  });

  it('compares the latest day with the one before', async () => {
    const chart = await mountChart({...daily({visits: [80, 100]}), type: 'metric', locale: 'en'});
    await chart.reaches('ready');

    expect(chart.metricText).to.equal('Visits 100 ▲ +25% vs 80');
  });

  it('compares with a column of its own', async () => {
    const data = [{visits: 75, previous_visits: 100}];
    const chart = await mountChart({data, type: 'metric', locale: 'en'});
    await chart.reaches('ready');

    expect(chart.metricText).to.match(/^Visits 75 ▼ .25% vs 100$/);
  });

  it('breaks before words of the change, not before their number', async () => {
    const data = [{visits: 7500, previous_visits: 10_000}];
    const columns = {visits: {unit: 'kg'}};
    const setUp = {data, columns, type: 'metric', locale: 'en', style: 'width: 110px'} as const;
    const chart = await mountChart(setUp);
    await chart.reaches('ready');

    const [change, words] =
      chart.element.shadowRoot!.querySelectorAll<HTMLElement>('.change > span');
    expect(words?.textContent).to.match(/^vs 10K/);
    expect(words?.offsetTop).to.be.above(change?.offsetTop ?? NaN);
    expect(words?.offsetHeight).to.equal(change?.offsetHeight);
  });

  it('shows several numbers side by side', async () => {
    const data = [{visits: 1, orders: 2}];
    const chart = await mountChart({data, type: 'metric', locale: 'en'});
    await chart.reaches('ready');

    expect(chart.metricText).to.equal('Visits 1 Orders 2');
  });

  it('writes fifty numbers and says how many more there are', async () => {
    const names = Array.from({length: 60}, (_, at) => `n${at}`);
    const data = [Object.fromEntries(names.map((name, at) => [name, at]))];
    const chart = await mountChart({data, type: 'metric', locale: 'en'});
    await chart.reaches('ready');
    const {shadowRoot} = chart.element;

    expect(shadowRoot?.querySelectorAll('dd.number')).to.have.length(50);
    expect(shadowRoot?.querySelector('.more')?.textContent).to.equal('and 10 more');
    expect(shadowRoot?.querySelector('[role="group"] [role="group"]')?.ariaLabel).to.match(
      /N49: 49\. and 10 more$/,
    );
  });

  it('rounds no integer beyond 2^53', async () => {
    const answer = () =>
      new Response(
        '{"meta":[{"name":"id","type":"UInt64"}],"data":[{"id":9007199254740993}],"rows":1}',
      );
    const {chart} = await mountQuery({answer, type: 'metric'});
    await chart.reaches('ready');

    expect(chart.metricText).to.equal('Id 9007199254740993');
  });

  it('says which column is missing when there is no number', async () => {
    const chart = await mountChart({data: [{name: 'Ada'}], type: 'metric'});
    await chart.reaches('error');

    expect(chart.element.error?.code).to.equal('column');
  });
});
