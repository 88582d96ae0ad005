import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {RunningClerk} from '../../../demo/stack/clerk/server.js';
import {FapiBrowser, startTestClerk, visitAs} from './fapi-browser.js';

describe('HTTP of the Clerk stand-in', () => {
  let clerk: RunningClerk;
  before(async () => {
    clerk = await startTestClerk();
  });
  after(() => clerk.close());

  it('answers under the proxy prefix as it does without', async () => {
    const direct = await new FapiBrowser(clerk.url).get('/v1/environment');
    const proxied = await new FapiBrowser(clerk.url).post('/__clerk/v1/environment?_method=PATCH');

    assert.deepEqual(proxied.body, direct.body);
  });

  it('serves the browser bundles whatever version is spelled', async () => {
    const bundles = [
      '/npm/@clerk/clerk-js@6/dist/clerk.browser.js',
      '/__clerk/npm/@clerk/clerk-js@6.40.0/dist/clerk.browser.js',
      '/npm/@clerk/ui@latest/dist/ui.browser.js',
    ];
    const answers = await Promise.all(bundles.map((path) => fetch(clerk.url + path)));

    for (const answer of answers) {
      assert.equal(answer.status, 200);
      assert.match(answer.headers.get('content-type') ?? '', /^text\/javascript/);
    }
  });

  const hiddenFiles = [
    '/npm/@clerk/clerk-js@6/dist/..%2fpackage.json',
    '/npm/@clerk/clerk-js@6/dist/nothing.js',
    '/npm/@clerk/shared@4/dist/index.js',
    '/npm/@clerk/clerk-js@6/package.json',
  ];
  for (const path of hiddenFiles) {
    it(`does not serve ${path}`, async () => {
      assert.equal((await fetch(clerk.url + path)).status, 404);
    });
  }

  it('lets pages of this machine read answers with cookies', async () => {
    const {headers} = await new FapiBrowser(clerk.url).get('/v1/client');

    assert.equal(headers.get('access-control-allow-origin'), 'http://localhost:4321');
    assert.equal(headers.get('access-control-allow-credentials'), 'true');
  });

  it('lets no other origin read answers', async () => {
    const headers = {origin: 'https://localhost.example.com'};

    const answer = await fetch(`${clerk.url}/v1/client`, {headers});

    assert.equal(answer.headers.get('access-control-allow-origin'), null);
  });

  it('refuses a body of more than 64 KiB', async () => {
    const {status} = await new FapiBrowser(clerk.url).post('/v1/client/sign_ins', {
      identifier: 'x'.repeat(70_000),
    });

    assert.equal(status, 413);
  });

  it('gives faults the first word', async () => {
    const faulty = await startTestClerk({
      faults: {
        apply: (_, response) => {
          response.writeHead(429, {'retry-after': '7'}).end('{}');
          return Promise.resolve('handled' as const);
        },
      },
    });

    const {status, headers} = await new FapiBrowser(faulty.url).get('/v1/client');
    await faulty.close();

    assert.equal(status, 429);
    assert.equal(headers.get('retry-after'), '7');
  });

  it('stamps tokens with the clock that a fault sets', async () => {
    const faulty = await startTestClerk({
      clock: {now: () => 1_800_000_000_000},
      faults: {apply: () => Promise.resolve('pass' as const), clockSkewMs: 120_000},
    });
    const {browser, sessionId} = await visitAs(faulty, 'ada');

    const claims = await browser.templateClaims(sessionId, 'acme');
    await faulty.close();

    assert.equal(claims['iat'], 1_800_000_120);
  });

  it('gives a live key and __client_uat to a production instance', async () => {
    const live = await startTestClerk({instance: 'production'});
    const browser = new FapiBrowser(live.url);

    await browser.signIn('ada@acme.test', 'ada-charts');
    await live.close();

    assert.match(live.publishableKey, /^pk_live_/);
    assert.match(browser.cookie, /__client_uat=[1-9]\d+/);
  });
});
