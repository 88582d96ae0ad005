import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import {readChart, waitForState} from './support/charts.js';
import {type PageHost, startPageHost} from './support/page-host.js';
import {queries, tokenRequests} from './support/requests.js';
import {useScene} from './support/scene.js';
import {signIn} from './support/sign-in.js';

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
});
