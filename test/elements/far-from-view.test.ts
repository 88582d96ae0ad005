import {expect, fixture} from '@open-wc/testing';
import '../../src/elements/export-parts.js';
import '../../src/charting/copy-drawing.js';
import {ACME, FakeClerk, GLOBEX} from '../auth/support/fake-clerk.js';
import {DARK_PALETTE, LIGHT_PALETTE} from '../../src/charting/palette.js';
import {hasHexColor, isBlank, pictureOf} from '../support/canvas-pixels.js';
import type {ChartHarness} from '../support/chart-harness.js';
import {FakeClock} from '../support/fake-clock.js';
import {dailyResponse, mountQuery, type QuerySetUp} from '../support/query-chart.js';
import {painted, until} from '../support/until.js';

const FAR_PX = 5_000;

/** A chart that asks for its rows at once, far below the view. */
async function mountFar(setUp: QuerySetUp = {}) {
  const place = await fixture<HTMLElement>(`<div style="padding-block: ${FAR_PX}px"></div>`);
  const mounted = await mountQuery({type: 'line', loading: 'eager', ...setUp}, place);
  return {...mounted, place};
}

/** Puts what is far into the view, and back. */
const move = (place: HTMLElement, isNear: boolean) => {
  place.style.paddingBlockStart = isNear ? '0' : `${FAR_PX}px`;
};

/** Gives new rows to a far chart that is drawn; resolves with the picture that it keeps. */
async function refetched({chart, sent}: Awaited<ReturnType<typeof mountFar>>): Promise<string> {
  (await sent(1)).respond(dailyResponse({visits: [1, 2, 3]}));
  await chart.isDrawn();
  const before = pictureOf(chart.canvas);
  const done = chart.element.refetch();
  (await sent(2)).respond(dailyResponse({visits: [9, 2, 7]}));
  await done;
  await painted();
  return before;
}

const isOther = (chart: ChartHarness, before: string) =>
  until(
    () => pictureOf(chart.canvas) !== before,
    () => 'another drawing',
  );

describe('a canvas far from the view', () => {
  it('is drawn at once where the chart is eager', async () => {
    const {chart, sent} = await mountFar();
    (await sent(1)).respond(dailyResponse({visits: [1, 2, 3]}));

    await chart.isDrawn();

    expect(chart.element.getBoundingClientRect().top).to.be.above(2_000);
  });

  it('is drawn anew when it comes near, and tells of new rows before', async () => {
    const far = await mountFar();
    const {chart, place} = far;
    const before = await refetched(far);

    expect(pictureOf(chart.canvas)).to.equal(before);
    expect(chart.plotLabel).to.contain('9');

    move(place, true);
    await isOther(chart, before);
  });

  it('takes its size when it comes near', async () => {
    const far = await mountFar();
    const {chart, place} = far;
    await refetched(far);
    chart.element.style.width = '400px';
    await painted();
    expect(chart.canvas.style.width).to.equal('600px');

    move(place, true);

    await until(
      () => chart.canvas.offsetWidth === 400,
      () => `400 px (is ${chart.canvas.offsetWidth})`,
    );
  });

  it('takes the theme when it comes near', async () => {
    const far = await mountFar();
    const {chart, place} = far;
    await refetched(far);
    chart.element.theme = 'dark';
    await painted();
    expect(hasHexColor(chart.canvas, LIGHT_PALETTE[0])).to.equal(true);

    move(place, true);

    await until(
      () => hasHexColor(chart.canvas, DARK_PALETTE[0]),
      () => 'dark colours',
    );
  });

  it('is up to date in a picture', async () => {
    const far = await mountFar();
    const before = await refetched(far);

    await far.chart.element.toPNG();

    expect(pictureOf(far.chart.canvas)).not.to.equal(before);
  });

  it('is up to date on paper', async () => {
    const far = await mountFar({theme: 'dark'});
    const {chart} = far;
    await refetched(far);

    dispatchEvent(new Event('beforeprint'));
    const isLight = hasHexColor(chart.canvas, LIGHT_PALETTE[0]);
    dispatchEvent(new Event('afterprint'));

    expect(isLight).to.equal(true);
  });

  it('is up to date for keys that come without a scroll', async () => {
    const far = await mountFar();
    const {chart} = far;
    await refetched(far);

    chart.plot?.focus({preventScroll: true});
    chart.plot?.dispatchEvent(new KeyboardEvent('keydown', {key: 'Home'}));

    await until(
      () => chart.spoken.includes('9'),
      () => `9 (is ${chart.spoken})`,
    );
  });

  it('is wiped inside the notice of a switch, and drawn at once for who comes next', async () => {
    const clerk = new FakeClerk(new FakeClock(Date.now()));
    clerk.signIn('user_ada', ACME);
    const far = await mountFar({clerk, getToken: undefined});
    const {chart, sent} = far;
    await refetched(far);
    const {canvas} = chart;

    clerk.switchTo(GLOBEX);
    expect(isBlank(canvas)).to.equal(true);
    (await sent(3)).respond(dailyResponse({visits: [4, 4, 5]}));

    await chart.isDrawn();
    expect(chart.plotLabel).to.contain('5');
  });
});

describe('a chart far from the view', () => {
  it('has its buttons from when it comes near', async () => {
    const {chart, place, sent} = await mountFar();
    (await sent(1)).respond(dailyResponse({visits: [1, 2, 3]}));
    await chart.isDrawn();
    await painted();
    const hasButtons = () => chart.parts.includes('table-button');
    expect(hasButtons()).to.equal(false);

    move(place, true);
    await until(hasButtons, () => 'buttons');
    move(place, false);
    await painted();

    expect(hasButtons()).to.equal(true);
  });
});
