import {expect} from '@open-wc/testing';
import {type ChartHarness, mountChart} from '../support/chart-harness.js';
import {FakeVisitor} from '../support/fake-visitor.js';
import {jsonResponse, rowsResponse} from '../support/fake-fetch.js';
import {daily, mountQuery} from '../support/query-chart.js';
import {painted} from '../support/until.js';

const rows = daily({visits: [1, 2, 3], orders: [3, 2, 1]});

async function loud(chart: ChartHarness): Promise<string> {
  await painted();
  return chart.announcement;
}

describe('a chart for every reader', () => {
  for (const type of ['line', 'area', 'bar'] as const) {
    it(`passes the checks as ${type}`, async () => {
      const chart = await mountChart({...rows, type, heading: 'Sales'});
      await chart.isDrawn();

      await expect(chart.element).to.be.accessible();
    });
  }

  for (const type of ['metric', 'table'] as const) {
    it(`passes the checks as ${type}`, async () => {
      const chart = await mountChart({...rows, type, heading: 'Sales'});
      await chart.reaches('ready');

      await expect(chart.element).to.be.accessible();
    });
  }

  it('passes the checks while it loads', async () => {
    const {chart} = await mountQuery();
    await chart.reaches('loading');

    await expect(chart.element).to.be.accessible();
  });

  it('passes the checks without rows, on failure and signed out', async () => {
    const empty = await mountQuery({answer: () => rowsResponse([])});
    const failed = await mountQuery({answer: () => jsonResponse(404, {error: 'none'})});
    const visitor = new FakeVisitor();
    visitor.claims = null;
    const signedOut = await mountQuery({visitor});
    await empty.chart.reaches('empty');
    await failed.chart.reaches('error');
    await signedOut.chart.reaches('signed-out');

    await expect(empty.chart.element).to.be.accessible();
    await expect(failed.chart.element).to.be.accessible();
    await expect(signedOut.chart.element).to.be.accessible();
  });

  it('is named by its heading and says what is drawn', async () => {
    const chart = await mountChart({...rows, type: 'line', heading: 'Sales', locale: 'en'});
    await chart.isDrawn();

    expect(chart.plotLabel).to.match(/^Sales\. Line chart of 2 series from .*Jan 1.*Visits: /);
    expect(chart.part('base').getAttribute('aria-labelledby')).to.equal('heading');
  });

  it('says that it loads and that there is nothing', async () => {
    const {chart, sent} = await mountQuery();
    await chart.reaches('loading');
    expect(await loud(chart)).to.equal('Loading');

    const request = await sent(1);
    request.respond(rowsResponse([]));
    await chart.reaches('empty');
    expect(await loud(chart)).to.equal('No data for this selection.');
  });

  it('says nothing more once rows are there, whatever is refetched', async () => {
    const {chart} = await mountQuery({answer: () => rowsResponse()});
    await chart.reaches('ready');
    expect(await loud(chart)).to.equal('');

    await chart.element.refetch();
    expect(await loud(chart)).to.equal('');
  });

  it('tells by the pressed state of a legend button whether its series is drawn', async () => {
    const chart = await mountChart({...rows, type: 'line'});
    await chart.isDrawn();
    expect(chart.legend).to.deep.equal({Visits: true, Orders: true});

    chart.press('Orders');
    await chart.element.updateComplete;
    expect(chart.legend).to.deep.equal({Visits: true, Orders: false});
  });

  it('has one tab stop in a drawing, and one in a table beside its headers', async () => {
    const drawing = await mountChart({...rows, type: 'line', noLegend: true, noActions: true});
    const table = await mountChart({...rows, type: 'table', noActions: true});
    const acting = await mountChart({...rows, type: 'line', noLegend: true});
    await drawing.isDrawn();
    await table.reaches('ready');
    await acting.isDrawn();

    expect(acting.tabStops).to.equal(1 + 2);
    expect(drawing.tabStops).to.equal(1);
    expect(table.tabStops).to.equal(1 + 3);
  });

  it('has targets of at least 24 by 24 px', async () => {
    const chart = await mountChart({...rows, type: 'line'});
    const failed = await mountQuery({answer: () => jsonResponse(404, {error: 'none'})});
    await chart.isDrawn();
    await failed.chart.reaches('error');

    const sizes = [...chart.targets, ...failed.chart.targets].map((target) => {
      const {width, height} = target.getBoundingClientRect();
      return Math.min(width, height);
    });
    expect(sizes.length).to.equal(6);
    expect(Math.min(...sizes)).to.be.at.least(24);
  });

  it('is busy only while it loads', async () => {
    const {chart, sent} = await mountQuery();
    await chart.reaches('loading');
    expect(chart.part('base').getAttribute('aria-busy')).to.equal('true');

    const request = await sent(1);
    request.respond(rowsResponse());
    await chart.reaches('ready');
    expect(chart.part('base').hasAttribute('aria-busy')).to.equal(false);
  });
});
