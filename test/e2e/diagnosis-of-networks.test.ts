import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Page, Route} from 'playwright-core';
import {debugChart, waitForStep} from './support/panel.js';
import {startPageHost} from './support/page-host.js';
import {useScene} from './support/scene.js';
import {signIn} from './support/sign-in.js';

const REGION = 'https://api.us-east.aws.tinybird.co';
const OWN = 'https://stats.acme.test';

/** What stands between page and service, as the browser meets it, to the step that is shown. */
describe('the diagnosis of what answers, or does not', () => {
  const scene = useScene();

  const openAt = async (host: string, handle: (route: Route) => Promise<void>, tag = '') => {
    const {page} = await scene.open({body: '', scriptAttributes: tag});
    await page.route(`${host}/**`, handle);
    await signIn(page, scene.stack, 'ada', 'acme');
    await append(page, debugChart(`host="${host}"`));
    return page;
  };
  const append = (page: Page, html: string) =>
    page.evaluate((text) => document.body.insertAdjacentHTML('beforeend', text), html);
  const allowed = {'access-control-allow-origin': '*'};
  const others = {'access-control-allow-origin': 'https://others.test'};

  it('names the regions first where the default host refuses', async () => {
    const page = await openAt('https://api.tinybird.co', (route) =>
      route.fulfill({status: 403, json: {error: 'no'}, headers: allowed}),
    );

    const {causes, facts} = await waitForStep(page, 'The workspace is in another region');

    assert.equal(facts['Error'], 'token-rejected (403)');
    assert.equal(causes.length, 2);
    assert.match(causes[0] ?? '', /signing key/);
  });

  it('names the workspace and the region second where a chosen host refuses', async () => {
    const page = await openAt(REGION, (route) =>
      route.fulfill({status: 403, json: {error: 'no'}, headers: allowed}),
    );

    const {causes} = await waitForStep(page, 'signed with another key');

    assert.match(causes[0] ?? '', /another workspace or region/);
  });

  it('takes CORS for the likeliest cause on a host of its own', async () => {
    const page = await openAt(
      OWN,
      (route) => route.fulfill({status: 200, json: {}, headers: others}),
      `data-allowed-hosts="${OWN}"`,
    );

    const {causes, facts} = await waitForStep(page, 'does not allow this page by CORS');

    assert.equal(facts['Error'], 'network');
    assert.equal(causes.length, 2);
  });

  it('asks for the local server first, then for CORS, on loopback', async () => {
    const silent = await startPageHost(null);
    try {
      const {page} = await scene.open({body: debugChart(`host="${silent.origin}"`)});
      await signIn(page, scene.stack, 'ada', 'acme');

      const {causes} = await waitForStep(page, `Nothing listens at ${silent.origin}`);

      assert.match(causes[0] ?? '', /CORS/);
      assert.ok(silent.requests.every(({authorization}) => authorization === undefined));
    } finally {
      await silent.close();
    }
  });

  it('takes a blocker for the likeliest cause on a known region', async () => {
    const page = await openAt(REGION, (route) => route.abort('blockedbyclient'));

    const {causes} = await waitForStep(page, 'ERR_BLOCKED_BY_CLIENT');

    assert.equal(causes.length, 1);
    assert.match(causes[0] ?? '', /Open https:\/\/api/);
  });

  it('recognizes the page of a proxy', async () => {
    const page = await openAt(REGION, (route) =>
      route.fulfill({
        status: 200,
        contentType: 'text/html',
        body: '<!doctype html><title>Accept our terms</title>',
        headers: allowed,
      }),
    );

    const {causes, facts} = await waitForStep(page, 'answered a page of HTML');

    assert.equal(facts['Error'], 'unexpected-response');
    assert.equal(causes.length, 1);
  });

  it("proves that the page forbids Clerk's script", async () => {
    const {origin} = scene.host;
    const {page} = await scene.open({
      body: debugChart(),
      clerk: 'loaded',
      headers: {
        'content-security-policy': `script-src ${origin}/tinybird-chart.js ${origin}/chunks/`,
      },
    });

    const {causes, facts} = await waitForStep(page, 'Content-Security-Policy blocks');

    assert.equal(facts['Error'], 'csp-blocked');
    assert.deepEqual(causes, []);
  });
});
