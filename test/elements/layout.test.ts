import {expect, fixture} from '@open-wc/testing';
import {type ChartHarness, mountChart} from '../support/chart-harness.js';
import {heldTimers} from '../support/held-timers.js';
import {daily, dailyResponse, mountQuery} from '../support/query-chart.js';
import {painted, until} from '../support/until.js';

const lines = {...daily({visits: [1, 2, 3]}), type: 'line'} as const;
const FULL = 'display: block; width: 100%; height: 100%';

async function fills(chart: ChartHarness, width: number): Promise<void> {
  await until(
    () => chart.canvas.getBoundingClientRect().width === width,
    () => `${width} px (is ${chart.canvas.getBoundingClientRect().width})`,
  );
}

describe('layout', () => {
  const holdTimers = heldTimers();

  for (const type of ['line', 'bar', 'table'] as const) {
    it(`shifts nothing from skeleton to ${type}`, async () => {
      const place = await fixture<HTMLElement>('<div style="width: 500px"></div>');
      const {chart, sent} = await mountQuery({type, style: ''}, place);
      const below = place.appendChild(document.createElement('p'));
      below.textContent = 'Below';
      const request = await sent(1);
      const before = [below.offsetTop, chart.part('body').offsetTop];

      request.respond(dailyResponse({visits: [1, 2, 3]}));
      await chart.reaches('ready');
      await painted();

      expect([below.offsetTop, chart.part('body').offsetTop]).to.deep.equal(before);
      expect(chart.element.offsetHeight).to.equal(320);
    });
  }

  for (const [what, setUp] of [
    ['two buttons', {type: 'line'}],
    ['the one of a table', {type: 'table'}],
    ['the three of rows that are asked for again', {type: 'line', refreshInterval: 60}],
    ['none', {type: 'line', noActions: true}],
  ] as const)
    it(`breaks heading and description beside ${what} as it does before`, async () => {
      const texts = {heading: 'Visits of all pages', description: 'Daily active users of the week'};
      const {chart, sent} = await mountQuery({...setUp, ...texts});
      const request = await sent(1);
      const heights = () =>
        Array.from({length: 60}, (_, at) => {
          chart.element.style.width = `${120 + 4 * at}px`;
          return [chart.part('heading'), chart.part('description'), chart.part('header')].map(
            ({offsetHeight}) => offsetHeight,
          );
        });
      const before = heights();

      request.respond(dailyResponse({visits: [1, 2, 3]}));
      await chart.reaches('ready');
      await painted();

      expect(heights()).to.deep.equal(before);
      expect(new Set(before.join(';').split(';')))
        .to.have.property('size')
        .above(2);
    });

  it('tells of an update that takes a second, and keeps its height', async () => {
    const {chart, sent} = await mountQuery({type: 'line', heading: 'Sales'});
    (await sent(1)).respond(dailyResponse({visits: [1, 2, 3]}));
    await chart.isDrawn();
    const top = () => chart.part('body').getBoundingClientRect().top;
    const before = top();
    const clock = holdTimers();

    chart.element.params = {n: 1};
    await sent(2);
    await clock.advance(999);
    const early = chart.status;
    await clock.advance(1);
    await chart.element.updateComplete;

    expect([early, chart.status]).to.deep.equal(['', 'Updating']);
    expect(chart.part('status').offsetWidth).to.be.above(0);
    expect(top()).to.equal(before);
  });

  it('moves no text for an update of less than a second', async () => {
    const texts = {heading: 'Visits', description: 'Daily active users of the week'};
    const {chart, sent} = await mountQuery({type: 'line', ...texts, style: 'width: 306px'});
    (await sent(1)).respond(dailyResponse({visits: [1, 2, 3]}));
    await chart.isDrawn();
    const boxes = () =>
      ['heading', 'description', 'body'].map((part) =>
        JSON.stringify(chart.part(part).getBoundingClientRect()),
      );
    const before = boxes();
    const clock = holdTimers();

    chart.element.params = {n: 1};
    await sent(2);
    await clock.advance(999);
    const early = boxes();
    await clock.advance(1);
    await chart.element.updateComplete;

    expect(early).to.deep.equal(before);
    expect(boxes()).not.to.deep.equal(before);
  });

  for (const display of ['flex', 'grid']) {
    it(`grows and shrinks in ${display}`, async () => {
      const place = await fixture<HTMLElement>(
        `<div style="display: ${display}; width: 600px; height: 200px"></div>`,
      );
      const chart = await mountChart({...lines, style: 'flex: 1 1 0; height: 100%'}, place);
      await chart.isDrawn();
      await fills(chart, 600);

      place.style.width = '250px';
      await fills(chart, 250);
      place.style.width = '500px';
      await fills(chart, 500);
    });
  }

  it('draws nothing at size 0 and everything once there is room', async () => {
    const place = await fixture<HTMLElement>('<div style="width: 0; height: 0"></div>');
    const chart = await mountChart({...lines, loading: 'eager', style: FULL}, place);
    await chart.reaches('ready');
    await painted();

    place.style.cssText = 'width: 300px; height: 200px';
    await chart.isDrawn();
    await fills(chart, 300);
  });

  it('draws once it is shown, after it was hidden', async () => {
    const chart = await mountChart({...lines, loading: 'eager', attributes: {hidden: ''}});
    await chart.reaches('ready');
    expect(chart.element.offsetHeight).to.equal(0);

    chart.element.hidden = false;
    await chart.isDrawn();
    await fills(chart, 600);
  });

  it('waits with its first request until a hidden chart is shown', async () => {
    const {chart, network, sent} = await mountQuery({
      attributes: {hidden: '', loading: 'lazy'},
      answer: () => dailyResponse({visits: [1]}),
    });
    await painted();
    expect(network.requests).to.deep.equal([]);

    chart.element.hidden = false;
    await sent(1);
  });

  it('takes the height of its content as a metric', async () => {
    const chart = await mountChart({...lines, type: 'metric', style: ''});
    await chart.reaches('ready');

    expect(chart.element.offsetHeight).to.be.within(40, 160);
  });

  it('stays inside a narrow place', async () => {
    const place = await fixture<HTMLElement>('<div style="width: 120px"></div>');
    const heading = 'Averylongheadingwithoutanyplacetobreakit';
    const chart = await mountChart({...lines, heading, style: ''}, place);
    await chart.isDrawn();

    expect(place.scrollWidth).to.equal(120);
  });
});
