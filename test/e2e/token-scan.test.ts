import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import {answering} from './support/panel.js';
import {waitForState} from './support/charts.js';
import {clearFaults} from './support/faults.js';
import {useScene} from './support/scene.js';
import {selectOrganization, signIn, signOut} from './support/sign-in.js';

const CHARTS = `
  <tinybird-chart pipe="visits_over_time" debug loading="eager" refresh-interval="1"></tinybird-chart>
  <tinybird-chart pipe="top_pages" type="table" debug loading="eager"></tinybird-chart>`;

/** Gathers, in the page, what events and messages say. */
const LISTEN = `
  window.said = [];
  const say = (...parts) => window.said.push(parts.map((part) => {
    try { return typeof part === 'string' ? part : JSON.stringify(part); } catch { return ''; }
  }).join(' '));
  for (const type of ['load', 'error', 'state', 'select', 'rate-limit', 'sign-in', 'range'])
    document.addEventListener('tinybird-chart-' + type, (event) => {
      const {error} = event;
      say(type, {...event}, error && {...error}, String(error), error?.stack ?? '',
        String(error?.cause), error?.cause?.stack ?? '', error?.causes ?? []);
    });
  const Channel = window.BroadcastChannel;
  window.BroadcastChannel = class extends Channel {
    constructor(name) { super(name); say('channel', name); }
    postMessage(message) { say('broadcast', message); super.postMessage(message); }
  };
  window.addEventListener('message', ({data}) => say('message', data));
  const locks = Object.getPrototypeOf(navigator.locks);
  const {request} = locks;
  locks.request = function (...given) { say('lock', given[0]); return request.apply(this, given); };`;

/** Everything that a script of the page could read, as text. */
function readEverything(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const seen = new Set<unknown>();
    const walk = (value: unknown, depth: number): string[] => {
      if (typeof value === 'string') return [value];
      if (typeof value !== 'object' || value === null || seen.has(value) || depth > 6) return [];
      if (value instanceof Node || value === window) return [];
      seen.add(value);
      const inside =
        value instanceof Map ? [...value].flat() : value instanceof Set ? [...value] : [];
      const own = Reflect.ownKeys(value).flatMap((key) => {
        const descriptor = Object.getOwnPropertyDescriptor(value, key);
        return [String(key), descriptor?.value as unknown];
      });
      return [...inside, ...own].flatMap((item) => walk(item, depth + 1));
    };
    const charts = [...document.querySelectorAll('tinybird-chart')];
    const shared = (globalThis as Record<symbol, unknown>)[Symbol.for('tinybird-chart')];
    const {said} = window as unknown as {said: string[]};
    return [
      location.href,
      document.documentElement.outerHTML,
      ...charts.map((chart) => chart.shadowRoot?.innerHTML ?? ''),
      ...charts.flatMap((chart) => walk([Object.values(chart), chart.error, chart.response], 0)),
      ...walk(shared, 0),
      ...performance.getEntries().map(({name}) => name),
      JSON.stringify(performance.getEntriesByType('mark')),
      ...Object.entries(localStorage).flat(),
      ...Object.entries(sessionStorage).flat(),
      document.cookie,
      window.name,
      JSON.stringify(history.state),
      ...(await caches.keys()),
      ...(await indexedDB.databases()).map(({name}) => name ?? ''),
      ...((await navigator.locks.query()).held ?? []).map(({name}) => name ?? ''),
      ...said,
    ];
  });
}

describe('no token of a page', () => {
  const scene = useScene();

  it('can be read in any state that its charts go through', async () => {
    const {page} = await scene.open({body: ''});
    await page.context().addInitScript({content: LISTEN});
    const tokens = new Set<string>();
    const outside: string[] = [];
    page.context().on('request', (request) => {
      const {authorization} = request.headers();
      if (authorization) tokens.add(authorization.replace('Bearer ', ''));
      outside.push(request.url());
    });
    page.context().on('console', (message) => outside.push(message.text()));
    const tab = await scene.openTab(page, {body: CHARTS});
    const states: string[] = [];
    const read: string[] = [];
    const look = async (state: string) => {
      states.push(state);
      read.push(...(await readEverything(tab)));
    };

    await waitForState(tab, 'signed-out');
    await look('signed-out');
    await signIn(tab, scene.stack, 'ada', 'acme');
    await waitForState(tab, 'ready');
    await look('ready');

    for (const status of [400, 401, 403, 404, 408, 429, 500]) {
      // The server echoes what it was sent, as proxies do.
      const [token = ''] = tokens;
      await clearFaults(scene.stack);
      await scene.stack.addFault(answering(status, {error: `?token=${token} ${token}`}));
      await tab.evaluate(() => {
        for (const chart of document.querySelectorAll('tinybird-chart')) void chart.refetch();
      });
      await tab.waitForFunction(() =>
        [...document.querySelectorAll('tinybird-chart')].every(({staleReason}) => staleReason),
      );
      await look(`stale after ${status}`);
    }
    await clearFaults(scene.stack);
    await tab.evaluate(() =>
      Promise.all([...document.querySelectorAll('tinybird-chart')].map((chart) => chart.refetch())),
    );
    await tab.context().setOffline(true);
    await tab.evaluate(() => {
      for (const chart of document.querySelectorAll('tinybird-chart')) void chart.refetch();
    });
    await tab.waitForFunction(() =>
      [...document.querySelectorAll('tinybird-chart')].every(
        ({staleReason}) => staleReason === 'offline',
      ),
    );
    await look('stale without a network');
    await tab.evaluate(() => {
      for (const chart of document.querySelectorAll('tinybird-chart'))
        chart.setAttribute('param-x', '1');
    });
    await look('other parameters without a network');
    await tab.context().setOffline(false);
    // What a page that is kept for the way back goes through.
    await tab.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true})));
    await waitForState(tab, 'waiting');
    await look('waiting');
    await tab.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true})));
    await waitForState(tab, 'ready');
    await look('restored');
    await selectOrganization(tab, 'org_initech');
    await waitForState(tab, 'ready');
    await look('another organization');
    await selectOrganization(tab, null);
    await waitForState(tab, 'no-organization');
    await look('no-organization');
    await signOut(tab);
    await waitForState(tab, 'signed-out');
    await look('signed out again');

    const parts = [...tokens].flatMap((token) => [token, ...token.split('.').slice(1)]);
    const decoded = parts.map((part) => Buffer.from(part, 'base64url').toString('latin1'));
    const secrets = [...parts, ...decoded].filter((secret) => secret.length > 20);
    assert.ok(tokens.size >= 2, `${tokens.size} tokens`);
    assert.ok(read.length > 500);
    assert.ok(
      read.some((text) => text.startsWith('lock tinybird-chart/')),
      'the tabs share a limit',
    );
    const found = [...read, ...outside].filter((text) =>
      secrets.some((secret) => text.includes(secret)),
    );
    assert.deepEqual(
      found.map((text) => text.slice(0, 300)),
      [],
      states.join(),
    );
  });
});
