import {expect, fixture} from '@open-wc/testing';
import {ChartHarness, mountChart} from '../support/chart-harness.js';
import {rowsResponse} from '../support/fake-fetch.js';
import {mountQuery} from '../support/query-chart.js';
import {painted} from '../support/until.js';
import {TinybirdChart} from '../../src/elements/tinybird-chart.js';

let tags = 0;

/** Registers the class once more, under a tag that the page has used before. */
function defineLate(): {tag: string; define: () => void} {
  const tag = `late-chart-${(tags += 1)}`;
  return {tag, define: () => customElements.define(tag, class extends TinybirdChart {})};
}

const data = [{name: 'Ada'}];
const table = [['Name'], ['Ada']];

describe('upgrade', () => {
  it('keeps attributes and properties that were set before the script came', async () => {
    const {tag, define} = defineLate();
    const place = await fixture(`<div><${tag} type="table" heading="People"></${tag}></div>`);
    const element = place.firstElementChild as TinybirdChart;
    element.data = data;

    define();
    const chart = new ChartHarness(element);

    await chart.reads(table);
    expect(chart.heading).to.equal('People');
    expect(Object.keys(element)).not.to.include('data');
  });

  it('shows slotted text before the script comes, and hides it after', async () => {
    const {tag, define} = defineLate();
    const place = await fixture(`<div><${tag}><p slot="loading">Soon</p></${tag}></div>`);
    const text = place.querySelector('p')!;
    expect(text.offsetHeight).to.be.above(0);

    const element = place.firstElementChild as TinybirdChart;
    element.data = data;
    define();
    await new ChartHarness(element).reaches('ready');

    expect(text.offsetHeight).to.equal(0);
  });

  it('works when made detached, set up, and connected later', async () => {
    const element = document.createElement('tinybird-chart');
    Object.assign(element, {data, type: 'table', loading: 'eager'});
    const place = await fixture('<div></div>');
    place.append(element);

    await new ChartHarness(element).reads(table);
  });

  it('sets no attributes of its own when it is made', () => {
    const element = document.createElement('tinybird-chart');

    expect(element.attributes.length).to.equal(0);
  });

  it('asks for nothing while it is detached', async () => {
    const {chart, network, visitor} = await mountQuery();
    chart.element.remove();
    const asked = [network.requests.length, visitor.asked.length];
    chart.element.params = {n: 2};
    await chart.element.refetch();
    await painted();

    expect([network.requests.length, visitor.asked.length]).to.deep.equal(asked);
  });

  it('is cloned by its attributes', async () => {
    const chart = await mountChart({attributes: {heading: 'People', type: 'table'}, data});
    const clone = chart.element.cloneNode(true) as TinybirdChart;
    clone.data = data;
    chart.element.after(clone);

    const copy = new ChartHarness(clone);
    await copy.reads(table);
    expect(copy.heading).to.equal('People');
  });

  it('is moved without asking again and without losing its drawing', async () => {
    const {chart, network} = await mountQuery({answer: () => rowsResponse(data)});
    await chart.reads(table);
    const other = document.createElement('div');
    chart.element.parentElement?.after(other);

    other.append(chart.element);
    expect(chart.tableText()).to.deep.equal(table);
    await painted();

    expect([chart.element.state, network.requests.length]).to.deep.equal(['ready', 1]);
    expect(chart.tableText()).to.deep.equal(table);
    other.remove();
  });

  it('keeps its canvas through a move', async () => {
    const rows = [
      {day: '2026-01-01', n: 1},
      {day: '2026-01-02', n: 2},
    ];
    const chart = await mountChart({data: rows, type: 'line'});
    await chart.isDrawn();
    const {canvas} = chart;
    const other = document.createElement('div');
    chart.element.parentElement?.after(other);

    other.append(chart.element);
    await painted();

    expect(chart.canvas).to.equal(canvas);
    expect(chart.isBlank).to.equal(false);
    other.remove();
  });

  it('leaves the first registration in place when the script comes twice', async () => {
    const first = customElements.get('tinybird-chart');

    await import(`../../src/define.ts?again=${tags}`);

    expect(customElements.get('tinybird-chart')).to.equal(first);
  });
});
