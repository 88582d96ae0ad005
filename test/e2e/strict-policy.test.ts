import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import {mintTinybirdJwt} from '../../demo/stack/tinybird/mint-jwt.js';
import {useScene} from './support/scene.js';

const PIPES = ['visits_over_time', 'top_pages', 'nothing_yet', 'kpis', 'devices', 'top_countries'];
const NEVER = '/never';

interface Said extends Window {
  violations: string[];
}

/** The strictest policy there is a page for: own scripts and connections, and the policy of Lit. */
describe('the strictest Content-Security-Policy', () => {
  const scene = useScene();

  const put = async (path: string, fixed: Record<string, string | null>) => {
    const token = await mintTinybirdJwt({
      claims: {
        name: path,
        sub: 'user_1',
        scopes: PIPES.map((resource) => ({
          type: 'PIPES:READ' as const,
          resource,
          fixed_params: fixed,
        })),
      },
    });
    answer(path, {token});
  };
  const answer = (path: string, body: object) =>
    scene.host.put(path, {
      body: JSON.stringify(body),
      headers: {'content-type': 'application/json'},
    });
  const open = async (body: string) => {
    await put('/token', {org: 'acme'});
    const connect = `connect-src 'self' ${scene.stack.description.tinybird.host}`;
    // The icon of the test page is a data: image.
    const csp = `default-src 'none'; script-src 'self'; ${connect}; img-src data:; require-trusted-types-for 'script'; trusted-types lit-html`;
    const {page} = await scene.open({body: ''});
    // A token that never comes.
    await page.context().route(`**${NEVER}`, () => undefined);
    await page.context().addInitScript(() => {
      const said = window as unknown as Said;
      said.violations = [];
      document.addEventListener('securitypolicyviolation', (event) => {
        said.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
      });
    });
    return scene.openTab(page, {
      body,
      clerk: 'none',
      headers: {'content-security-policy': csp},
    });
  };
  const chart = (pipe: string, attributes = '', endpoint = '/token') =>
    `<tinybird-chart debug loading="eager" pipe="${pipe}" token-endpoint="${endpoint}" ${attributes}></tinybird-chart>`;
  const settled = async (page: Page, states: readonly string[]) => {
    const read = () =>
      [...document.querySelectorAll('tinybird-chart')].map(({state}) => state).join();
    await page
      .waitForFunction((wanted) => {
        const charts = [...document.querySelectorAll('tinybird-chart')];
        return (
          charts.map(({state}) => state).join() === wanted &&
          charts.every(({shadowRoot}) => shadowRoot?.querySelector('[part=debug-step]'))
        );
      }, states.join())
      .catch(async (cause: unknown) => {
        throw new Error(`Not ${states.join()} but ${await page.evaluate(read)}`, {cause});
      });
  };
  const violations = (page: Page) => page.evaluate(() => (window as unknown as Said).violations);

  it('is kept in every state without rows', async () => {
    answer('/nobody', {token: null});
    await put('/nowhere', {org: null});
    await put('/limited', {org: 'acme'});
    const {addFault} = scene.stack;
    await addFault({server: 'tinybird', pipe: 'top_pages', status: 403});
    await addFault({server: 'tinybird', pipe: 'devices', latencyMs: 60_000});
    await addFault({
      server: 'tinybird',
      pipe: 'top_countries',
      status: 429,
      headers: {'Retry-After': '60'},
    });
    const charts = [
      chart('visits_over_time', '', '/nobody'),
      chart('visits_over_time', 'tenancy="organization"', '/nowhere'),
      chart('visits_over_time', '', NEVER),
      chart('nothing_yet'),
      chart('top_pages'),
      chart('devices'),
      chart('top_countries', '', '/limited'),
      chart('top_pages', 'type="pizza"'),
    ];
    const page = await open(charts.join(''));
    await settled(
      page,
      'signed-out no-organization waiting empty error loading rate-limited error'.split(' '),
    );
    await page.locator('[part=debug-copy]').first().click();
    await page
      .locator('[part=debug] textarea, [part=debug] [role=status]:not(:empty)')
      .first()
      .waitFor();

    assert.deepEqual(await violations(page), []);
  });

  it('is kept without a network', async () => {
    const page = await open(chart('nothing_yet'));
    await settled(page, ['empty']);
    await page.context().setOffline(true);
    await page.evaluate(() => {
      document.querySelector('tinybird-chart')!.setAttribute('param-a', 'b');
    });
    await settled(page, ['offline']);

    assert.deepEqual(await violations(page), []);
    // It is in force, and what breaks it is heard of.
    await page.evaluate(() => document.body.setAttribute('style', 'color: red'));
    await page.waitForFunction(() => (window as unknown as Said).violations.length === 1);
  });

  it('is kept by every kind of drawing, its table, its files and its keys', async () => {
    const types =
      'line area bar bar-list pie donut scatter metric sparkline table heatmap funnel'.split(' ');
    const page = await open(
      types.map((type) => `<tinybird-chart debug zoom type="${type}"></tinybird-chart>`).join(''),
    );
    await page.waitForFunction(() => customElements.get('tinybird-chart'));
    await page.evaluate(() => {
      const data = Array.from({length: 20}, (_, at) => ({
        day: new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10),
        place: `Place ${at % 4}`,
        visits: 10 + at,
        previous_visits: 9 + at,
        seconds: 100 - at,
      }));
      const COLUMNS: Record<string, string[]> = {
        'bar-list': ['place', 'visits'],
        pie: ['place', 'visits'],
        donut: ['place', 'visits'],
        funnel: ['place', 'visits'],
        scatter: ['seconds', 'visits'],
        heatmap: ['day', 'place', 'visits'],
      };
      const reference = [
        {y: 15, label: 'Goal'},
        {from: 20, to: 25, label: 'Band'},
        {x: '2026-01-09', label: 'Launch'},
      ];
      for (const chart of document.querySelectorAll('tinybird-chart')) {
        const names = COLUMNS[chart.type ?? ''] ?? ['day', 'visits', 'previous_visits'];
        if (chart.type === 'line') Object.assign(chart, {reference});
        Object.assign(chart, {
          heading: chart.type,
          data: data.map((row) =>
            Object.fromEntries(Object.entries(row).filter(([name]) => names.includes(name))),
          ),
        });
      }
    });
    await settled(
      page,
      types.map(() => 'ready'),
    );

    const line = page.locator('tinybird-chart[type=line]');
    await line.locator('canvas').hover();
    await line.locator('[part=tooltip]').waitFor();
    const box = (await line.locator('canvas').boundingBox())!;
    await page.mouse.move(box.x + 60, box.y + 30);
    await page.mouse.down();
    await page.mouse.move(box.x + 200, box.y + 30, {steps: 4});
    await page.mouse.up();
    for (const kind of ['csv', 'png']) {
      const download = page.waitForEvent('download');
      await line.locator('[part=download-button]').click();
      await line.locator('[part=download-item]', {hasText: new RegExp(kind, 'i')}).click();
      assert.match((await download).suggestedFilename(), new RegExp(`\\.${kind}$`));
    }
    // Some lie under the panel of the chart above.
    await page
      .locator('[part=table-button]')
      .evaluateAll((buttons) => buttons.forEach((button) => (button as HTMLElement).click()));
    await line.locator('[part=table]').waitFor();

    assert.deepEqual(await violations(page), []);
  });
});
