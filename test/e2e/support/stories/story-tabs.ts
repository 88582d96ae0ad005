import type {Page} from 'playwright-core';
import {queryDirectly} from '../requests.js';
import type {Scene} from '../scene.js';
import {type KnownRows, watchPage, type WatchedWindow} from './watch-page.js';

const PIPES = ['visits_over_time', 'top_countries', 'devices'];
const ORGANIZATIONS = ['acme', 'globex', 'initech'];

const CHARTS = `
  <div class="place"><tinybird-chart pipe="visits_over_time" type="line" no-animation
    loading="eager" refresh-interval="1"></tinybird-chart></div>
  <div class="place"><tinybird-chart pipe="top_countries" type="table" loading="eager"
    refresh-interval="2"></tinybird-chart></div>
  <div class="host"></div>
  <tinybird-chart pipe="devices" type="bar" no-animation loading="eager"
    refresh-interval="1"></tinybird-chart>
  <script>document.querySelector('.host').attachShadow({mode: 'open'});</script>`;

/** One tab of a story. */
export interface StoryTab {
  readonly page: Page;
  /** What broke in the page before it was loaded anew. */
  readonly before: string[];
}

/** Asks for the rows of all organizations, as no page is given them. */
export async function learnRows({stack}: Scene): Promise<KnownRows> {
  const known: Record<string, Record<string, string>> = {};
  for (const org of ORGANIZATIONS) {
    known[org] = {};
    for (const pipe of PIPES) {
      known[org][pipe] = JSON.stringify((await queryDirectly(stack, pipe, org)).data);
    }
  }
  return known;
}

/** Opens two watched tabs of one visitor, nobody signed in. */
export async function openStoryTabs(scene: Scene, known: KnownRows) {
  const {page: blank, close} = await scene.open({body: '', clerk: 'none'});
  await blank.context().addInitScript(watchPage, known);
  const tabs: StoryTab[] = [];
  for (let tab = 0; tab < 2; tab += 1) {
    const page = await scene.openTab(blank, {body: CHARTS});
    const before: string[] = [];
    page.on('pageerror', ({message}) => before.push(`uncaught: ${message}`));
    await followClerk(page);
    tabs.push({page, before});
  }
  return {tabs: tabs as [StoryTab, StoryTab], close};
}

/** Loads a tab anew; what was seen before is kept. */
export async function reloadTab(tab: StoryTab): Promise<void> {
  tab.before.push(...(await violationsOf(tab)));
  await tab.page.reload();
  await followClerk(tab.page);
}

/** Everything that broke in a tab, after one more look. */
export async function violationsOf({page, before}: StoryTab): Promise<readonly string[]> {
  const seen = await page.evaluate(() => {
    const {storyWatch} = window as unknown as WatchedWindow;
    storyWatch.check();
    return storyWatch.violations;
  });
  return [...new Set([...before, ...seen])];
}

/** What the watch of a tab had no occasion to check since it was loaded. */
export function unseen({page}: StoryTab): Promise<readonly string[]> {
  return page.evaluate(() => {
    const {seen} = (window as unknown as WatchedWindow).storyWatch;
    return Object.entries(seen).flatMap(([what, count]) => (count === 0 ? [what] : []));
  });
}

/** Every chart of a tab that has not drawn fresh rows, in words. */
export function undrawn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const host = document.querySelector('.host')?.shadowRoot;
    const roots = [document, ...(host ? [host] : [])];
    const charts = roots.flatMap((root) => [...root.querySelectorAll('tinybird-chart')]);
    return charts
      .filter(({state, staleReason}) => state !== 'ready' || staleReason !== null)
      .map(
        ({pipe, state, staleReason, error}) => `${pipe}: ${state} ${staleReason} ${error?.message}`,
      );
  });
}

/** Waits until the charts listen to Clerk: from then on they hear of everything first. */
async function followClerk(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const {Clerk} = window as unknown as WatchedWindow;
    const chart = document.querySelector('tinybird-chart');
    return Clerk?.loaded && chart && chart.state !== 'idle' && chart.state !== 'waiting';
  });
  await page.evaluate(() => (window as unknown as WatchedWindow).storyWatch.followClerk());
}
