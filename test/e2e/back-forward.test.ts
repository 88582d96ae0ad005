import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {type Browser, chromium, type Page} from 'playwright-core';
import {BROWSER_ARGS, ensureBrowser} from '../browser.js';
import {chartPage} from './support/chart-page.js';
import {readChart, waitForState} from './support/charts.js';
import {newPage} from './support/new-page.js';
import {useScene} from './support/scene.js';
import {signIn, signOut} from './support/sign-in.js';

describe('a page from the back-forward cache', () => {
  const scene = useScene();
  let browser: Browser;
  before(async () => {
    browser = await chromium.launch({
      executablePath: ensureBrowser({whole: true}),
      args: [...BROWSER_ARGS],
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    });
  });
  after(() => browser.close());

  const openReady = async () => {
    const {page} = await newPage(browser);
    const body = '<tinybird-chart pipe="visits_over_time"></tinybird-chart>';
    await page.goto(scene.host.put('/restored', chartPage(scene.stack, {body})));
    await signIn(page, scene.stack, 'ada', 'acme');
    await waitForState(page, 'ready');
    await page.evaluate(() => {
      window.addEventListener('pageshow', ({persisted}) => {
        const chart = document.querySelector('tinybird-chart')!;
        document.title = `${persisted} ${chart.state} ${chart.response === null}`;
      });
    });
    scene.host.put('/elsewhere', {body: '<!doctype html><title>Elsewhere</title>'});
    return page;
  };
  const leaveAndReturn = async (page: Page, meanwhile = async () => {}) => {
    await page.goto(`${scene.host.origin}/elsewhere`);
    await meanwhile();
    // A restored page has no `load`.
    await page.goBack({waitUntil: 'commit'});
  };

  it('shows nothing until the session is confirmed', async () => {
    const page = await openReady();
    await leaveAndReturn(page);

    await page.waitForFunction(() => document.title !== 'Test page');
    assert.equal(await page.title(), 'true waiting true');
    await waitForState(page, 'ready');
  });

  it('shows nothing of a person who has signed out meanwhile', async () => {
    const page = await openReady();
    const other = await page.context().newPage();
    await other.goto(`${scene.host.origin}/restored`);
    await waitForState(other, 'ready');
    await leaveAndReturn(page, () => signOut(other));

    await waitForState(page, 'signed-out');
    assert.equal((await readChart(page)).data, null);
  });
});
