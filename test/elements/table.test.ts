import {expect} from '@open-wc/testing';
import {mountChart} from '../support/chart-harness.js';
import {jsonResponse} from '../support/fake-fetch.js';
import {mountQuery} from '../support/query-chart.js';

const people = [
  {name: 'Ada', visits: 1234.5, joined: '2026-01-02'},
  {name: null, visits: null, joined: null},
];

const rowsOf = (count: number) => Array.from({length: count}, (_, n) => ({n}));

describe('table', () => {
  it('writes cells in the language of the page, and a dash for what is absent', async () => {
    const chart = await mountChart({data: people, type: 'table', locale: 'en'});

    await chart.reads([
      ['Name', 'Visits', 'Joined'],
      ['Ada', '1,234.5', 'Jan 2, 2026'],
      ['–', '–', '–'],
    ]);
  });

  it('keeps integers beyond 2^53 whole', async () => {
    const answer = () =>
      new Response(
        '{"meta":[{"name":"id","type":"UInt64"}],"data":[{"id":9007199254740993}],"rows":1}',
      );
    const {chart} = await mountQuery({answer});

    await chart.reads([['Id'], ['9007199254740993']]);
  });

  it('is captioned by the heading, with headers for columns', async () => {
    const chart = await mountChart({data: people, type: 'table', heading: 'People'});
    await chart.reaches('ready');

    expect(chart.table?.caption?.textContent.trim()).to.equal('People');
    expect(chart.columnScopes).to.deep.equal(['col', 'col', 'col']);
  });

  it('scrolls in a named region that takes the focus', async () => {
    const data = rowsOf(100);
    const chart = await mountChart({data, type: 'table', heading: 'Numbers'});
    await chart.reaches('ready');
    const region = chart.table!.parentElement!;

    region.focus();
    expect(chart.element.shadowRoot?.activeElement).to.equal(region);
    expect([region.role, region.ariaLabel]).to.deep.equal(['region', 'Numbers']);
    expect(region.scrollHeight).to.be.above(region.clientHeight);
  });

  it('keeps its header in view while it scrolls', async () => {
    const chart = await mountChart({data: rowsOf(100), type: 'table'});
    await chart.reaches('ready');
    const region = chart.table!.parentElement!;
    const header = chart.table!.tHead!.rows[0]!.cells[0]!;

    region.scrollTop = 500;

    expect(header.getBoundingClientRect().top).to.equal(region.getBoundingClientRect().top);
  });

  it('writes out 200 rows, and 200 more on demand', async () => {
    const chart = await mountChart({data: rowsOf(450), type: 'table', locale: 'en'});
    await chart.reaches('ready');
    expect(chart.tableText().length).to.equal(1 + 200);

    chart.press('Show more (250 rows left)');
    await chart.element.updateComplete;
    expect(chart.tableText().length).to.equal(1 + 400);

    chart.press('Show more (50 rows left)');
    await chart.element.updateComplete;
    expect(chart.tableText().length).to.equal(1 + 450);
    expect(chart.buttons).to.deep.equal([]);
  });

  it('shows any answer, down to one column of text', async () => {
    const meta = [{name: 'list', type: 'Array(String)'}];
    const answer = () => jsonResponse(200, {meta, data: [{list: ['a', 'b']}], rows: 1});
    const {chart} = await mountQuery({answer, type: 'auto'});

    await chart.reads([['List'], ['["a","b"]']]);
  });
});
