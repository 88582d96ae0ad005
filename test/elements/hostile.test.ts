import {expect} from '@open-wc/testing';
import {type ChartHarness, mountChart} from '../support/chart-harness.js';
import {jsonResponse} from '../support/fake-fetch.js';
import {daily, mountQuery} from '../support/query-chart.js';
import {painted} from '../support/until.js';

const SCRIPT = '<img src=x onerror="window.wasRun = true"><script>window.wasRun = true</script>';
const page = window as {wasRun?: boolean};

async function expectHarmless(chart: ChartHarness): Promise<void> {
  await painted();
  expect(chart.allText).to.contain('<img src=x');
  expect(chart.element.shadowRoot?.querySelector('img, script')).to.equal(null);
  expect(page.wasRun).to.equal(undefined);
}

describe('hostile data', () => {
  for (const type of ['table', 'metric', 'line', 'bar'] as const) {
    it(`in names and cells is text in a ${type}`, async () => {
      const data = [
        {[SCRIPT]: 1, other: 2, label: SCRIPT},
        {[SCRIPT]: 3, other: 4, label: 'b'},
      ];
      const chart = await mountChart({data, type, heading: SCRIPT, description: SCRIPT});
      await chart.reaches('ready');
      if (type === 'line' || type === 'bar') {
        await chart.isDrawn();
        chart.point('pointermove', 0.3);
      }

      await expectHarmless(chart);
    });
  }

  it('in an error body is text', async () => {
    const {chart} = await mountQuery({answer: () => jsonResponse(400, {error: SCRIPT})});
    await chart.reaches('error');

    await expectHarmless(chart);
  });

  it('in attributes is text', async () => {
    const chart = await mountChart({data: [{n: 1}], attributes: {type: SCRIPT.slice(0, 35)}});
    await chart.reaches('error');

    await expectHarmless(chart);
  });

  for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'length']) {
    it(`named ${name} is a column like any other`, async () => {
      const text = `{"meta":[{"name":"k","type":"String"},{"name":"${name}","type":"UInt64"}],"data":[{"k":"a","${name}":1},{"k":"b","${name}":2}],"rows":2}`;
      const answer = () => new Response(text, {headers: {'content-type': 'application/json'}});
      const table = await mountQuery({answer, locale: 'en'});
      const bars = await mountQuery({answer, type: 'bar'});
      await table.chart.reaches('ready');
      await bars.chart.isDrawn();

      expect(table.chart.tableText().map(([, cell]) => cell)).to.include.members(['1', '2']);
      expect(({} as Record<string, unknown>)['polluted']).to.equal(undefined);
    });
  }

  it('cannot set parameters through prototype keys', async () => {
    const {chart} = await mountQuery({attributes: {params: '{"__proto__":{"polluted":1}}'}});
    await chart.reaches('error');

    expect(({} as Record<string, unknown>)['polluted']).to.equal(undefined);
  });

  it('of a megabyte in one cell is cut in the table and drawn in no time', async () => {
    const data = [
      {label: 'x'.repeat(1_000_000), n: 1},
      {label: 'b', n: 2},
    ];
    const table = await mountChart({data, type: 'table'});
    const bars = await mountChart({data, type: 'bar'});
    await table.reaches('ready');
    await bars.isDrawn();

    expect(table.tableText()[1]?.[0]?.length).to.be.below(300);
    expect(table.element.scrollWidth).to.equal(600);
  });

  it('that turns the writing direction stays inside its cell', async () => {
    const data = [{name: '\u202Etxt.exe', n: 1}];
    const chart = await mountChart({data, type: 'table'});
    await chart.reaches('ready');

    const name = chart.cells[0]!.querySelector('bdi');
    expect(getComputedStyle(name!).unicodeBidi).to.contain('isolate');
  });

  it('with values that are no numbers draws what is left', async () => {
    const {meta} = daily({visits: [1]});
    const data = [
      {day: '2026-01-01', visits: 'NaN'},
      {day: '2026-01-02', visits: 1e308},
      {day: 'never', visits: 3},
      {day: '2026-01-04', visits: {a: 1}},
    ];
    const chart = await mountChart({data: data, meta, type: 'line'});

    await chart.isDrawn();
    expect(chart.element.error).to.equal(null);
  });
});
