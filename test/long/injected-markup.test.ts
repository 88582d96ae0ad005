import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import {chartPage, clerkAttributes} from '../e2e/support/chart-page.js';
import {readChart, waitForState} from '../e2e/support/charts.js';
import {type HostedAnswer, type PageHost, startPageHost} from '../e2e/support/page-host.js';
import {queries, tokenRequests} from '../e2e/support/requests.js';
import {useScene} from '../e2e/support/scene.js';
import {signIn} from '../e2e/support/sign-in.js';

describe('markup that a stranger injects', () => {
  const scene = useScene();
  let stranger: PageHost;
  before(async () => {
    stranger = await startPageHost(null);
  });
  after(() => stranger.close());

  const inject = async (attributes: string): Promise<{page: Page; asked: string[]}> => {
    const {page} = await scene.open({body: ''});
    await signIn(page, scene.stack, 'ada', 'acme');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).hostname));
    await page.evaluate(
      (text) => document.body.insertAdjacentHTML('beforeend', text),
      `<tinybird-chart pipe="visits_over_time" loading="eager" ${attributes}></tinybird-chart>`,
    );
    return {page, asked};
  };

  const hosts = [
    'https://evil.example',
    'https://tinybird.co.evil.example',
    'https://eviltinybird.co',
    'http://api.tinybird.co',
    'https://api.tinybird.co:8443',
  ];
  for (const host of hosts) {
    it(`sends nothing to ${host}`, async () => {
      const {page, asked} = await inject(`host="${host}"`);
      await waitForState(page, 'error');

      assert.equal((await readChart(page)).code, 'host-not-allowed');
      assert.deepEqual(
        asked.filter((name) => name === new URL(host).hostname),
        [],
      );
      assert.deepEqual(await tokenRequests(scene.stack), []);
    });
  }

  it('cannot put credentials into the host', async () => {
    const {page} = await inject('host="https://name:secret@api.tinybird.co"');
    await waitForState(page, 'error');

    const {code, message} = await readChart(page);
    assert.equal(code, 'misconfigured');
    assert.ok(!message?.includes('secret'));
  });

  it('cannot make the element load a script for Clerk', async () => {
    const {page, asked} = await inject('clerk-js-url="https://evil.example/clerk.js"');
    await waitForState(page, 'error');

    assert.equal((await readChart(page)).code, 'misconfigured');
    assert.ok(!asked.includes('evil.example'));
  });

  it('cannot make the element send a session through a proxy', async () => {
    const {page} = await scene.open({body: '', clerk: 'none'});
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).hostname));
    const {publishableKey} = scene.stack.description.clerk;
    await page.evaluate(
      (key) =>
        document.body.insertAdjacentHTML(
          'beforeend',
          `<tinybird-chart pipe="visits_over_time" clerk-publishable-key="${key}"
             clerk-proxy-url="https://evil.example/__clerk"></tinybird-chart>`,
        ),
      publishableKey,
    );
    await waitForState(page, 'error');

    assert.equal((await readChart(page)).code, 'host-not-allowed');
    assert.ok(!asked.includes('evil.example'));
  });

  it('cannot reach a pipe outside of the pipes folder', async () => {
    const {page} = await inject('');
    await page.evaluate(() => {
      document.querySelector('tinybird-chart')!.pipe = '../datasources/events';
    });
    await waitForState(page, 'error');

    assert.equal((await readChart(page)).code, 'misconfigured');
    const paths = (await queries(scene.stack)).map(({path}) => path);
    assert.ok(paths.every((path) => path === '/v0/pipes/visits_over_time.json'));
  });

  it('does not profit from a redirect of the API', async () => {
    const Location = stranger.put('/v0/pipes/visits_over_time.json', {
      body: '{}',
      headers: {'access-control-allow-origin': '*', 'access-control-allow-headers': '*'},
    });
    await scene.stack.addFault({server: 'tinybird', status: 307, headers: {Location}});
    const {page} = await inject('');
    await page.waitForFunction(
      () => document.querySelector('tinybird-chart')?.error?.code === 'network',
    );

    assert.deepEqual(stranger.requests, []);
  });

  for (const place of ['ahead of', 'after'] as const) {
    it(`cannot allow hosts by a script tag ${place} the page's own`, async () => {
      const {page} = await scene.open({body: ''});
      const tab = await page.context().newPage();
      const asked: string[] = [];
      tab.on('request', (request) => asked.push(new URL(request.url()).hostname));
      await tab.goto(scene.host.put('/lookalike', withLookalike(place)));
      await signIn(tab, scene.stack, 'ada', 'acme');
      await waitForState(tab, 'error');

      assert.equal((await readChart(tab)).code, 'host-not-allowed');
      assert.ok(!asked.includes('evil.example'));
    });
  }

  for (const markup of [
    '<img name="Clerk">',
    '<form id="Clerk"><input name="loaded"><input name="addListener"></form>',
    '<iframe name="Clerk" src="https://evil.example/"></iframe>',
    '<a id="__clerk_publishable_key" href="pk_test_x"></a>',
    '<a id="__clerk_proxy_url" href="https://evil.example/"></a>',
    '<script type="text/plain" data-clerk-proxy-url="https://evil.example"></script>',
    '<script type="text/plain" data-clerk-domain="evil.example"></script>',
  ]) {
    it(`cannot pass ${markup} off as Clerk or its settings`, async () => {
      const {page} = await scene.open({body: ''});
      const asked: string[] = [];
      const thrown: string[] = [];
      page.context().on('weberror', (error) => thrown.push(error.error().message));
      await page.context().route('https://evil.example/**', (route) => {
        if (route.request().resourceType() !== 'document') asked.push(route.request().url());
        return route.fulfill({body: 'evil'});
      });
      const body = `<tinybird-chart pipe="visits_over_time" loading="eager"
        ${clerkAttributes(scene.stack)}></tinybird-chart>`;
      const tab = await scene.openTab(page, {body, clerk: 'none', head: markup});
      await tab.waitForFunction(() => Object.hasOwn(window, 'Clerk') && window.Clerk !== undefined);
      await signIn(tab, scene.stack, 'ada', 'acme');
      await waitForState(tab, 'ready');

      assert.deepEqual(asked, []);
      assert.deepEqual(thrown, []);
    });
  }

  it('cannot read what is secret in a form of the page', async () => {
    const {page} = await scene.open({
      body: `<form id="account">
        <input type="password" name="password" value="secret-1" />
        <input type="hidden" name="csrf" value="secret-2" />
        <input name="card" autocomplete="cc-number" value="secret-3" />
        <input name="shown_password" autocomplete="current-password" value="secret-4" />
        <input name="limit" value="5" />
      </form>`,
      clerk: 'none',
    });
    const urls: string[] = [];
    page.on('request', (request) => urls.push(request.url()));
    await page.evaluate(() => {
      document.body.insertAdjacentHTML(
        'beforeend',
        '<tinybird-chart pipe="public_activity" token="p.mine" form="account" loading="eager">',
      );
    });
    await waitForState(page, 'error');

    const asked = urls.filter((url) => url.includes('/v0/pipes/'));
    assert.match(asked[0] ?? '', /limit=5/);
    assert.deepEqual(
      asked.filter((url) => url.includes('secret')),
      [],
    );
  });

  it("cannot take tokens from a stranger's endpoint", async () => {
    const {page} = await inject(`token-endpoint="${stranger.origin}/token"`);
    await waitForState(page, 'error');

    assert.equal((await readChart(page)).code, 'host-not-allowed');
    assert.deepEqual(stranger.requests, []);
  });

  it('cannot send tokens elsewhere for the charts of a provider', async () => {
    const {page} = await scene.open({body: ''});
    await signIn(page, scene.stack, 'ada', 'acme');
    await page.evaluate(
      (origin) =>
        document.body.insertAdjacentHTML(
          'beforeend',
          `<tinybird-provider host="${origin}"><tinybird-chart pipe="visits_over_time"
             loading="eager"></tinybird-chart></tinybird-provider>`,
        ),
      'https://evil.example',
    );
    await waitForState(page, 'error');

    assert.equal((await readChart(page)).code, 'host-not-allowed');
    assert.deepEqual(await tokenRequests(scene.stack), []);
  });

  /** A page whose policy runs scripts with its nonce only, and a stranger's copy of its tag. */
  function withLookalike(place: 'ahead of' | 'after'): HostedAnswer {
    const lookalike = `<script type="module" async src="/tinybird-chart.js"
      data-host="https://evil.example" data-allowed-hosts="https://evil.example"></script>
      <tinybird-chart pipe="visits_over_time" host="https://evil.example"></tinybird-chart>`;
    const {body, headers} = chartPage(scene.stack, {body: ''});
    const marked = body.replaceAll('<script', '<script nonce="page"');
    return {
      body:
        place === 'ahead of'
          ? marked.replace('<head>', `<head>${lookalike}`)
          : marked.replace('</body>', `${lookalike}</body>`),
      headers: {
        ...headers,
        'content-security-policy': `script-src 'nonce-page' 'strict-dynamic'`,
      },
    };
  }
});
