import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Page, Request} from 'playwright-core';
import {useScene} from './support/scene.js';
import {signIn} from './support/sign-in.js';

const CHARTS = `
  <tinybird-chart pipe="visits_over_time" debug></tinybird-chart>
  <tinybird-chart pipe="top_pages" type="table" debug></tinybird-chart>
  <tinybird-chart pipe="top_pages" param-limit="none" debug></tinybird-chart>`;

interface Visit {
  readonly page: Page;
  readonly requests: readonly Request[];
  readonly printed: readonly string[];
  /** Every template token that was sent. */
  readonly tokens: ReadonlySet<string>;
}

describe('a token', () => {
  const scene = useScene();

  const draw = async (): Promise<Visit> => {
    const {page} = await scene.open({body: ''});
    const requests: Request[] = [];
    const printed: string[] = [];
    page.on('request', (request) => requests.push(request));
    page.on('console', (message) => printed.push(message.text()));
    await signIn(page, scene.stack, 'ada', 'acme');
    await page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), CHARTS);
    await page.waitForFunction(() => {
      const charts = [...document.querySelectorAll('tinybird-chart')];
      const states = charts.map(({state}) => state).join(' ');
      return states === 'ready ready error';
    });
    const headers = await Promise.all(requests.map((request) => request.allHeaders()));
    const tokens = headers.flatMap(
      ({authorization}) => authorization?.replace('Bearer ', '') ?? [],
    );
    return {page, requests, printed, tokens: new Set(tokens)};
  };
  const holdsToken = ({tokens}: Visit) => {
    const signatures = [...tokens].map((token) => token.split('.')[2]!);
    assert.equal(signatures.length, 1);
    return (text: string) => signatures.some((signature) => text.includes(signature));
  };

  it('is never in an address', async () => {
    const visit = await draw();

    const urls = visit.requests.map((request) => request.url());
    assert.deepEqual(urls.filter(holdsToken(visit)), []);
  });

  it('goes to Tinybird alone', async () => {
    const {requests} = await draw();

    const withToken: string[] = [];
    for (const request of requests) {
      const {authorization} = await request.allHeaders();
      if (authorization) withToken.push(new URL(request.url()).origin);
    }
    assert.deepEqual([...new Set(withToken)], [scene.stack.description.tinybird.host]);
  });

  it('is never in the document, its shadow trees or a property that can be read', async () => {
    const visit = await draw();

    const texts = await visit.page.evaluate(() => {
      const charts = [...document.querySelectorAll('tinybird-chart')];
      return [
        document.documentElement.outerHTML,
        ...charts.flatMap((chart) => [
          chart.shadowRoot?.innerHTML ?? '',
          JSON.stringify([chart.error, chart.error?.message, chart.error?.causes, chart.response]),
          ...Object.values(chart).map(String),
        ]),
      ];
    });
    assert.deepEqual(texts.filter(holdsToken(visit)), []);
  });

  it('is never stored', async () => {
    const visit = await draw();

    const stored = await visit.page.evaluate(async () => [
      JSON.stringify(Object.entries(localStorage)),
      JSON.stringify(Object.entries(sessionStorage)),
      document.cookie,
      JSON.stringify(await indexedDB.databases()),
      JSON.stringify(await caches.keys()),
    ]);
    assert.deepEqual(stored.slice(-2), ['[]', '[]']);
    assert.deepEqual(stored.filter(holdsToken(visit)), []);
  });

  it('is never printed to the console', async () => {
    const visit = await draw();

    assert.deepEqual(visit.printed.filter(holdsToken(visit)), []);
  });

  it('is the only thing that leaves the page for another origin', async () => {
    const {requests} = await draw();

    const origins = new Set(requests.map((request) => new URL(request.url()).origin));
    const {host} = scene.stack.description.tinybird;
    assert.deepEqual([...origins].sort(), [host, scene.host.origin].sort());
  });

  it('comes without cookies and without the address of the page', async () => {
    const {requests} = await draw();

    const toTinybird = requests.filter((request) => request.url().includes('/v0/pipes/'));
    const headers = await Promise.all(toTinybird.map((request) => request.allHeaders()));
    assert.ok(headers.length >= 3);
    assert.deepEqual(headers.flatMap(({cookie, referer}) => [cookie, referer]).filter(Boolean), []);
  });
});
