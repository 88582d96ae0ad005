import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import type {Row} from '../../src/index.js';
import {eventually} from '../e2e/support/eventually.js';
import {queryDirectly} from '../e2e/support/requests.js';
import {useScene} from '../e2e/support/scene.js';
import {signIn} from '../e2e/support/sign-in.js';

const COUNTRIES = 'tinybird-chart[pipe=top_countries]';
const DAYS = 'tinybird-chart[pipe=daily_active_users]';
const PAGES = 'tinybird-chart[pipe=top_pages]';
const VISITS = '#visits';

describe('filters of the dashboard', () => {
  const scene = useScene();

  const openDashboard = async () => {
    const {page, complaints} = await scene.openDemo('/index.html', {
      viewport: {width: 1600, height: 1000},
    });
    await signIn(page, scene.stack, 'ada', 'acme');
    await page.locator(COUNTRIES).scrollIntoViewIfNeeded();
    for (const chart of [VISITS, DAYS, COUNTRIES, PAGES]) await readyRows(page, chart);
    return {page, complaints};
  };

  /** What the pipe answers when it is asked outside the page, as the chart's form would ask. */
  const answerOf = async (page: Page, pipe: string, params: Readonly<Record<string, string>>) => {
    const form = await page.evaluate(() => {
      const given = new FormData(document.querySelector<HTMLFormElement>('#filters')!);
      return Object.fromEntries(
        [...given].map(([name, value]) => [name, typeof value === 'string' ? value : '']),
      );
    });
    return (await queryDirectly(scene.stack, pipe, 'acme', {...form, ...params})).data;
  };

  const showsAnswer = async (
    page: Page,
    chart: string,
    pipe: string,
    params: Readonly<Record<string, string>>,
  ) => {
    const answer = JSON.stringify(await answerOf(page, pipe, params));
    await eventually(
      () => readyRows(page, chart),
      (rows) => JSON.stringify(rows) === answer,
    );
  };

  it('narrow other charts to the country that is pressed, until it is pressed again', async () => {
    const {page, complaints} = await openDashboard();
    const before = await readyRows(page, COUNTRIES);
    const second = page.locator(`${COUNTRIES} li`).nth(1);
    const country = String(before[1]?.['country']);

    await second.click();
    await showsAnswer(page, VISITS, 'visits_over_time', {country});
    await showsAnswer(page, PAGES, 'top_pages', {country, limit: '7'});
    assert.equal(await second.getAttribute('aria-selected'), 'true');
    assert.deepEqual(await readyRows(page, COUNTRIES), before);

    await second.click();
    await showsAnswer(page, VISITS, 'visits_over_time', {});
    await showsAnswer(page, PAGES, 'top_pages', {limit: '7'});
    assert.equal(await second.getAttribute('aria-selected'), 'false');
    assert.deepEqual(complaints, []);
  });

  it('narrow other charts to the country that keys choose, until Escape', async () => {
    const {page, complaints} = await openDashboard();
    const country = String((await readyRows(page, COUNTRIES))[1]?.['country']);

    await page.locator(`${COUNTRIES} [data-marks]`).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await showsAnswer(page, VISITS, 'visits_over_time', {country});

    await page.keyboard.press('Escape');
    await showsAnswer(page, VISITS, 'visits_over_time', {});
    assert.deepEqual(complaints, []);
  });

  it('narrow other charts to the days that the pointer marks, until the range is cleared', async () => {
    const {page, complaints} = await openDashboard();
    const before = await readyRows(page, DAYS);
    const plot = (await page.locator(`${DAYS} canvas`).boundingBox())!;
    const across = (share: number) => [plot.x + share * plot.width, plot.y + plot.height / 2];

    await page.mouse.move(...(across(0.4) as [number, number]));
    await page.mouse.down();
    await page.mouse.move(...(across(0.5) as [number, number]), {steps: 4});
    await page.mouse.move(...(across(0.7) as [number, number]), {steps: 4});
    await page.mouse.up();
    const handles = page.locator(`${DAYS} [data-handle]`);
    const days = await eventually(
      () => handles.evaluateAll((ends) => ends.map((end) => Number(end.ariaValueNow))),
      ({length}) => length === 2,
    );
    const [date_from, date_to] = days.map((day) => String(before[day]?.['date']));
    assert.ok(date_from! < date_to!, `${date_from} to ${date_to}`);
    const range = {date_from: date_from!, date_to: date_to!};
    await showsAnswer(page, VISITS, 'visits_over_time', range);
    await showsAnswer(page, COUNTRIES, 'top_countries', {...range, limit: '6'});
    assert.deepEqual(usersByDay(await readyRows(page, DAYS)), usersByDay(before));

    await page.locator(`${DAYS} [part=reset]`).click();
    await showsAnswer(page, VISITS, 'visits_over_time', {});
    await showsAnswer(page, COUNTRIES, 'top_countries', {limit: '6'});
    assert.deepEqual(complaints, []);
  });

  it('narrow other charts to the days that keys mark, until Escape', async () => {
    const {page, complaints} = await openDashboard();
    const days = await readyRows(page, DAYS);

    await page.locator(`${DAYS} .plot`).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    const [date_from, date_to] = [days[0]?.['date'], days[2]?.['date']].map(String);
    await showsAnswer(page, VISITS, 'visits_over_time', {date_from: date_from!, date_to: date_to!});

    // The first takes the tooltip away, the second the range.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await showsAnswer(page, VISITS, 'visits_over_time', {});
    assert.deepEqual(complaints, []);
  });
});

/** What the chart itself asks; rows of earlier weeks join it later. */
function usersByDay(rows: readonly Row[]): unknown[] {
  return rows.map((row) => [row['date'], row['active_users']]);
}

/** Rows of a chart's answer, as soon as it shows one that is not on its way any more. */
async function readyRows(page: Page, chart: string): Promise<readonly Row[]> {
  const shown = await page.waitForFunction((selector) => {
    const {state, response} =
      document.querySelector<HTMLElementTagNameMap['tinybird-chart']>(selector)!;
    return state === 'ready' && response ? response.data : null;
  }, chart);
  return (await shown.jsonValue()) ?? [];
}
