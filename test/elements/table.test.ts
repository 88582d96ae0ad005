import {expect} from '@open-wc/testing';
import {type ChartHarness, mountChart} from '../support/chart-harness.js';
import {jsonResponse} from '../support/fake-fetch.js';
import {mountQuery} from '../support/query-chart.js';
import {until} from '../support/until.js';

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

  it('scrolls in a named group that takes the focus', async () => {
    const data = rowsOf(100);
    const chart = await mountChart({data, type: 'table', heading: 'Numbers', locale: 'en'});
    await chart.reaches('ready');
    const region = chart.scrollArea;

    region.focus();
    expect(chart.element.shadowRoot?.activeElement).to.equal(region);
    expect([region.role, region.ariaLabel]).to.deep.equal([
      'group',
      'Numbers. Table, rows: 100, columns: 1. N: 0 to 99.',
    ]);
    expect(region.scrollHeight).to.be.above(region.clientHeight);
  });

  it('keeps its header in view while it scrolls', async () => {
    const chart = await mountChart({data: rowsOf(100), type: 'table'});
    await chart.reaches('ready');
    const region = chart.scrollArea;
    const header = chart.table!.tHead!.rows[0]!.cells[0]!;

    region.scrollTop = 500;

    expect(header.getBoundingClientRect().top).to.equal(region.getBoundingClientRect().top);
  });

  it('writes out few of many rows, and says how many there are', async () => {
    const chart = await mountChart({data: rowsOf(100_000), type: 'table', locale: 'en'});
    await chart.reaches('ready');

    const written = chart.tableText();
    expect(written.length).to.be.within(10, 60);
    expect(written.slice(0, 3)).to.deep.equal([['N'], ['0'], ['1']]);
    expect(chart.table?.ariaRowCount ?? chart.table?.getAttribute('aria-rowcount')).to.equal(
      '100001',
    );
    expect(chart.rowIndexes.slice(0, 3)).to.deep.equal(['1', '2', '3']);
  });

  it('reaches the last row at the end of the scroll area', async () => {
    const chart = await mountChart({data: rowsOf(100_000), type: 'table', locale: 'en'});
    await chart.reaches('ready');
    const region = chart.scrollArea;

    region.scrollTop = region.scrollHeight;

    await until(
      () => chart.tableText().at(-1)?.[0] === '99,999',
      () => `the last row (is ${chart.tableText().at(-1)?.[0]})`,
    );
    expect(chart.rowIndexes.at(-1)).to.equal('100001');
    const last = [...chart.table!.tBodies[1]!.rows].at(-1)!;
    expect(last.getBoundingClientRect().bottom).to.be.closeTo(
      region.getBoundingClientRect().bottom,
      1,
    );
  });

  it('keeps the width of its columns while it scrolls', async () => {
    const data = Array.from({length: 5000}, (_, n) => ({n, text: 'x'.repeat(n / 100)}));
    const chart = await mountChart({data, type: 'table', locale: 'en'});
    await chart.reaches('ready');
    const widths = () =>
      [...chart.table!.tHead!.rows[0]!.cells].map((cell) => cell.getBoundingClientRect().width);
    const before = widths();

    chart.scrollArea.scrollTop = chart.scrollArea.scrollHeight;
    await until(
      () => chart.tableText().at(-1)?.[0] === '4,999',
      () => 'the last row',
    );

    expect(widths()).to.deep.equal(before);
  });

  it('says all of a text that it clips', async () => {
    const text = 'long '.repeat(100);
    const chart = await mountChart({data: [{text}], type: 'table'});
    await chart.reaches('ready');

    expect(chart.cells[0]?.title).to.equal(text);
  });

  it('has its text below the heads, in whatever column', async () => {
    const chart = await mountChart({data: [{page: 'a', source: 'b'}], type: 'table'});
    await chart.reaches('ready');
    const lefts = (selector: string) => {
      const found = chart.element.shadowRoot!.querySelectorAll(selector);
      return [...found].map((element) => {
        const range = document.createRange();
        range.selectNodeContents(element);
        return Math.round(range.getBoundingClientRect().left);
      });
    };

    expect(lefts('tbody bdi')).to.deep.equal(lefts('thead .name'));
  });

  it('makes no links', async () => {
    const data = [{page: 'https://example.com/<a href="x">'}];
    const chart = await mountChart({data, type: 'table'});
    await chart.reaches('ready');

    expect(chart.cells[0]?.querySelector('a')).to.equal(null);
    expect(chart.cells[0]?.textContent).to.equal('https://example.com/<a href="x">');
  });

  it('shows any answer, down to one column of text', async () => {
    const meta = [{name: 'list', type: 'Array(String)'}];
    const answer = () => jsonResponse(200, {meta, data: [{list: ['a', 'b']}], rows: 1});
    const {chart} = await mountQuery({answer, type: 'auto'});

    await chart.reads([['List'], ['["a","b"]']]);
  });
});

describe('a table that is sorted', () => {
  const data = [
    {name: 'b', n: 2},
    {name: 'a', n: 10},
    {name: null, n: 1},
  ];
  const names = (chart: ChartHarness) =>
    chart
      .tableText()
      .slice(1)
      .map(([name]) => name);
  const sorts = (chart: ChartHarness) =>
    [...chart.table!.querySelectorAll('th')].map((header) => header.getAttribute('aria-sort'));

  it('goes up, down and back by presses on a header', async () => {
    const chart = await mountChart({data, type: 'table'});
    await chart.reaches('ready');

    await chart.presses('N');
    expect([names(chart), sorts(chart)]).to.deep.equal([
      ['–', 'b', 'a'],
      [null, 'ascending'],
    ]);

    await chart.presses('N');
    expect([names(chart), sorts(chart)]).to.deep.equal([
      ['a', 'b', '–'],
      [null, 'descending'],
    ]);

    await chart.presses('N');
    expect([names(chart), sorts(chart)]).to.deep.equal([
      ['b', 'a', '–'],
      [null, null],
    ]);
  });

  it('begins at the first row again', async () => {
    const chart = await mountChart({data: rowsOf(1000), type: 'table'});
    await chart.reaches('ready');
    chart.scrollArea.scrollTop = 5000;

    await chart.presses('N');
    await chart.presses('N');

    await until(
      () => chart.tableText()[1]?.[0] === '999',
      () => 'the largest number first',
    );
    expect(chart.scrollArea.scrollTop).to.equal(0);
  });

  it('stays sorted when new rows arrive', async () => {
    const chart = await mountChart({data, type: 'table'});
    await chart.reaches('ready');
    await chart.presses('Name');

    chart.element.data = [...data, {name: 'aa', n: 3}];
    await chart.element.updateComplete;

    expect(names(chart)).to.deep.equal(['a', 'aa', 'b', '–']);
  });

  it('forgets its order when the rows have to go', async () => {
    const answer = () =>
      jsonResponse(200, {meta: [{name: 'n', type: 'UInt8'}], data: [{n: 2}, {n: 1}], rows: 2});
    const {chart} = await mountQuery({answer});
    await chart.reads([['N'], ['2'], ['1']]);
    await chart.presses('N');
    expect(chart.tableText()).to.deep.equal([['N'], ['1'], ['2']]);

    window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}));

    await chart.reads([['N'], ['2'], ['1']]);
  });
});
