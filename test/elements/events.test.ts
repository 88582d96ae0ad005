import {expect, fixture} from '@open-wc/testing';
import {type ChartHarness, mountChart} from '../support/chart-harness.js';
import {jsonResponse, rowsResponse} from '../support/fake-fetch.js';
import {daily, mountQuery} from '../support/query-chart.js';
import {painted} from '../support/until.js';

/** Records events as a page does that listens once for all its charts. */
function listen(place: EventTarget): string[] {
  const heard: string[] = [];
  place.addEventListener('tinybird-chart-state', (event) => {
    const {previous, state} = event as HTMLElementEventMap['tinybird-chart-state'];
    heard.push(`${previous} → ${state}`);
  });
  place.addEventListener('tinybird-chart-load', () => heard.push('load'));
  place.addEventListener('tinybird-chart-error', (event) => {
    heard.push(`error ${(event as HTMLElementEventMap['tinybird-chart-error']).error.code}`);
  });
  place.addEventListener('tinybird-chart-rate-limit', (event) => {
    const {retryAfterMs} = event as HTMLElementEventMap['tinybird-chart-rate-limit'];
    heard.push(`rate-limit ${retryAfterMs}`);
  });
  return heard;
}

describe('events', () => {
  it('come in order and once each, up to a page that listens once', async () => {
    const place = await fixture('<div></div>');
    const heard = listen(place);
    const {chart} = await mountQuery({answer: () => rowsResponse()}, place);
    await chart.reaches('ready');

    expect(heard).to.deep.equal(['idle → waiting', 'waiting → loading', 'loading → ready', 'load']);
  });

  it('tell of a mistake once, whatever else changes', async () => {
    const place = await fixture('<div></div>');
    const heard = listen(place);
    const {chart} = await mountQuery({attributes: {top: '0'}}, place);
    await chart.reaches('error');

    for (const theme of ['dark', 'light'] as const) {
      chart.element.theme = theme;
      await chart.element.updateComplete;
    }
    expect(heard).to.deep.equal(['idle → loading', 'loading → error', 'error misconfigured']);

    chart.element.type = 'pizza' as 'pie';
    await chart.element.updateComplete;
    expect(heard.slice(3)).to.deep.equal(['error misconfigured']);
  });

  it('tell of each new answer, not of a new look', async () => {
    const place = await fixture('<div></div>');
    const {chart} = await mountQuery({answer: () => rowsResponse()}, place);
    await chart.reaches('ready');
    const heard = listen(place);

    chart.element.locale = 'de';
    await chart.element.updateComplete;
    expect(heard).to.deep.equal([]);
    await chart.element.refetch();
    expect(heard).to.deep.equal(['load']);
  });

  it('tell of a failure once, before and after rows', async () => {
    const place = await fixture('<div></div>');
    const heard = listen(place);
    const refused = () => jsonResponse(404, {error: 'none'});
    const answers = [refused(), rowsResponse(), refused()];
    const {chart} = await mountQuery({answer: () => answers.shift()}, place);
    await chart.reaches('error');
    await chart.element.refetch();
    await chart.element.refetch();

    expect(heard.filter((entry) => /^error [a-z]/.test(entry))).to.deep.equal([
      'error pipe-not-found',
      'error pipe-not-found',
    ]);
    expect(chart.element.state).to.equal('ready');
  });

  it('tell of a rate limit with the wait, and not as an error', async () => {
    const place = await fixture('<div></div>');
    const heard = listen(place);
    const answer = () => jsonResponse(429, {error: 'Too many'}, {'retry-after': '30'});
    const {chart} = await mountQuery({answer}, place);
    await chart.reaches('rate-limited');

    expect(heard.at(-1)).to.match(/^rate-limit 3\d{4}$/);
    expect(heard.some((entry) => entry.startsWith('error'))).to.equal(false);
  });

  it('leave the shadow root of the component around the chart', async () => {
    const outside = await fixture('<div></div>');
    const inside = outside.attachShadow({mode: 'open'});
    const heard = listen(outside);
    const place = document.createElement('div');
    inside.append(place);
    const chart = await mountChart({data: [{n: 1}], type: 'table'}, place);
    await chart.reaches('ready');

    expect(heard).to.include('load');
  });
});

describe('tinybird-chart-select', () => {
  async function selectionsOf(chart: ChartHarness, click: () => void): Promise<unknown[]> {
    const selections: unknown[] = [];
    chart.element.addEventListener('tinybird-chart-select', (event) => {
      const {index, category, value, row} = event;
      selections.push({index, category, value, row});
    });
    click();
    await painted();
    return selections;
  }

  it('says index, series, value and row of the point clicked', async () => {
    const chart = await mountChart({...daily({visits: [4, 5, 6]}), type: 'line'});
    await chart.isDrawn();

    const selections = await selectionsOf(chart, () => chart.point('click', 0.99));

    expect(selections).to.deep.equal([
      {
        index: '2026-01-03T00:00:00.000Z',
        category: 'Visits',
        value: 6,
        row: {day: '2026-01-03', visits: 6},
      },
    ]);
  });

  it('is not sent for a click without rows under it', async () => {
    const chart = await mountChart({data: [], type: 'line'});
    await chart.reaches('empty');

    expect(await selectionsOf(chart, () => chart.element.click())).to.deep.equal([]);
  });
});
