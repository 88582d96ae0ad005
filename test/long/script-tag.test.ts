import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import {readChart, waitForState} from '../e2e/support/charts.js';
import {hostScripts} from '../e2e/support/hosted-scripts.js';
import {type PageHost, startPageHost} from '../e2e/support/page-host.js';
import {
  htmlDocument,
  PUBLIC_CHART,
  publicAttributes,
  publicScript,
} from '../e2e/support/public-page.js';
import {queries} from '../e2e/support/requests.js';
import {useScene} from '../e2e/support/scene.js';

/** Paths of the scripts that the page asks for from now on, repeats included. */
function scriptsOf(page: Page): string[] {
  const paths: string[] = [];
  page.on('request', (request) => {
    const {pathname} = new URL(request.url());
    if (pathname.endsWith('.js')) paths.push(pathname);
  });
  return paths;
}

describe('the script tag', () => {
  const scene = useScene();
  let elsewhere: PageHost;
  before(async () => {
    elsewhere = await startPageHost(null);
  });
  after(() => elsewhere.close());

  const tag = (src?: string, more?: string) => publicScript(scene.stack, src, more);
  const shows = async (head: string, body = PUBLIC_CHART, headers = {}) => {
    const visit = await scene.openDocument(htmlDocument(head, body, headers));
    await waitForState(visit.page, 'ready');
    assert.deepEqual(visit.complaints, []);
    return visit.page;
  };

  for (const [place, head, body] of [
    ['in the head', 'TAG', 'CHART'],
    ['in the head, async', 'ASYNC', 'CHART'],
    ['in the body, before the chart', '', 'TAG CHART'],
    ['in the body, between two charts', '', 'CHART TAG CHART'],
    ['in the body, after the chart and async', '', 'CHART ASYNC'],
  ] as const) {
    it(`works ${place}`, async () => {
      const fill = (text: string) =>
        text
          .replace('TAG', tag())
          .replace('ASYNC', tag(undefined, 'async'))
          .replaceAll('CHART', PUBLIC_CHART);

      await shows(fill(head), fill(body));
    });
  }

  it('works when a script inserts it', async () => {
    const {page} = await scene.openDocument(htmlDocument('', PUBLIC_CHART));
    await page.evaluate((markup) => {
      const made = document.createElement('script');
      const given = new DOMParser().parseFromString(markup, 'text/html').querySelector('script');
      for (const {name, value} of given?.attributes ?? []) made.setAttribute(name, value);
      document.head.append(made);
    }, tag());

    await waitForState(page, 'ready');
  });

  it('draws what is put into the page by innerHTML later', async () => {
    const {page} = await scene.openDocument(htmlDocument(tag(), '<main></main>'));
    await page.waitForFunction(() => customElements.get('tinybird-chart') !== undefined);
    await page.evaluate((chart) => {
      document.querySelector('main')!.innerHTML = chart;
    }, PUBLIC_CHART);

    await waitForState(page, 'ready');
  });

  for (const mode of ['open', 'closed']) {
    it(`draws inside a ${mode} shadow root of another component`, async () => {
      const card = `<div id="card"><template shadowrootmode="${mode}"><div><template
        shadowrootmode="${mode}">${PUBLIC_CHART}</template></div></template></div>`;
      const {page} = await scene.openDocument(htmlDocument(tag(), card));
      await page.evaluate(() => {
        document.addEventListener('tinybird-chart-load', () => {
          document.title = 'loaded';
        });
      });

      await page.waitForFunction(() => document.title === 'loaded');
      assert.equal((await queries(scene.stack)).length, 1);
    });
  }

  it('twice on a page asks for each file once, and draws once', async () => {
    const {page, complaints} = await scene.openDocument(htmlDocument('', ''));
    const paths = scriptsOf(page);
    await page.goto(scene.host.put('/twice', htmlDocument(tag() + tag(), PUBLIC_CHART + tag())));
    await waitForState(page, 'ready');

    assert.deepEqual(paths, [...new Set(paths)]);
    assert.equal((await queries(scene.stack)).length, 1);
    assert.deepEqual(complaints, []);
  });

  it('takes queries against caches, also two, as the same script', async () => {
    const page = await shows(tag('/tinybird-chart.js?v=1#a') + tag('/tinybird-chart.js?v=2'));

    assert.equal((await queries(scene.stack)).length, 1);
    const [shells] = [await page.evaluate(() => performance.getEntriesByType('resource'))];
    assert.equal(shells.filter(({name}) => name.includes('/shell-')).length, 1);
  });

  for (const [what, base, src] of [
    ['before it', '<base href="/tinybird-chart/" />TAG', '../tinybird-chart.js'],
    ['after it', 'TAG<base href="/elsewhere/" />', 'tinybird-chart.js'],
  ] as const) {
    it(`finds its files and settings with a <base> ${what}`, async () => {
      await shows(base.replace('TAG', tag(src)));
    });
  }

  it('finds its files and settings after a redirect', async () => {
    const folder = '/versions/1.2.3';
    hostScripts(scene.host, folder);
    scene.host.put('/latest/tinybird-chart.js', {
      status: 302,
      body: '',
      headers: {location: `${folder}/tinybird-chart.js`},
    });

    const page = await shows(tag('/latest/tinybird-chart.js'));

    const chunks = await page.evaluate(() =>
      performance.getEntriesByType('resource').filter(({name}) => name.includes('/chunks/')),
    );
    assert.ok(chunks.length > 2);
    assert.ok(chunks.every(({name}) => name.includes(`${folder}/chunks/`)));
  });

  it('comes from another origin that allows it', async () => {
    const headers = {'access-control-allow-origin': '*'};
    const folder = hostScripts(elsewhere, '/allowed', {headers});

    await shows(tag(`${folder}/tinybird-chart.js`));
  });

  it('does not run from another origin that does not, and the browser says so', async () => {
    const folder = hostScripts(elsewhere, '/closed');
    const {page, complaints} = await scene.openDocument(
      htmlDocument(tag(`${folder}/tinybird-chart.js`), PUBLIC_CHART),
    );

    assert.equal(await page.evaluate(() => customElements.get('tinybird-chart')), undefined);
    assert.ok(complaints.some((text) => text.includes('CORS policy')));
  });

  it('runs under a policy that knows its nonce only', async () => {
    const {host} = scene.stack.description.tinybird;
    const csp = `default-src 'none'; script-src 'nonce-page'; connect-src ${host}; img-src data:`;

    await shows(tag(undefined, 'nonce="page"'), PUBLIC_CHART, {'content-security-policy': csp});
  });

  it('sets for the page what its data-* attributes say', async () => {
    const more = `data-no-actions data-params='{"granularity": "week"}'`;

    const page = await shows(tag(undefined, more));

    const [query] = await queries(scene.stack);
    assert.equal(query?.params?.['granularity'], 'week');
    assert.equal(await page.locator('tinybird-chart [part=table-button]').count(), 0);
  });

  for (const [what, src] of [
    ['twice the same address', '/tinybird-chart.js'],
    ['another query', '/tinybird-chart.js?other'],
    ['another folder', '/other/tinybird-chart.js'],
  ] as const) {
    it(`sets nothing where tags of ${what} say different things, and warns`, async () => {
      hostScripts(scene.host, '/other');
      const own = publicAttributes(scene.stack, '');
      const chart = `<tinybird-chart pipe="public_activity" loading="eager" ${own}></tinybird-chart>`;
      const other = tag(src, 'data-allowed-hosts="https://evil.example"');
      const {page, complaints} = await scene.openDocument(
        htmlDocument(
          tag() + other,
          `${chart}<tinybird-chart pipe="public_activity" host="https://evil.example"
            token="p.x"></tinybird-chart>`,
        ),
      );
      await page.waitForFunction(() => {
        const [first, second] = document.querySelectorAll('tinybird-chart');
        return first?.state === 'ready' && second?.state === 'error';
      });

      const codes = await page.evaluate(() =>
        [...document.querySelectorAll('tinybird-chart')].map(({error}) => error?.code),
      );
      assert.deepEqual(codes, [undefined, 'host-not-allowed']);
      assert.ok(complaints.some((text) => text.includes('different data-* attributes')));
    });
  }
});

describe('two versions of the script on a page', () => {
  const scene = useScene();

  for (const [what, change] of [
    ['that can share', (text: string) => `${text}\n`],
    [
      'that cannot share',
      (text: string, file: string) => {
        if (!file.includes('/shell-')) return text;
        const own = /\{version:1,entries:/;
        const found = /\b1===(\w+)\?\.version\b/;
        assert.match(text, own);
        assert.match(text, found);
        return text.replace(own, '{version:2,entries:').replace(found, '2===$1?.version');
      },
    ],
  ] as const) {
    it(`${what}: the first one draws, the later one warns`, async () => {
      hostScripts(scene.host, '/later', {change});
      const {page, complaints} = await scene.openDocument(
        htmlDocument(
          publicScript(scene.stack) + publicScript(scene.stack, '/later/tinybird-chart.js'),
          PUBLIC_CHART.repeat(2),
        ),
      );
      await waitForState(page, 'ready');

      assert.equal((await queries(scene.stack)).length, 1);
      assert.equal((await readChart(page)).state, 'ready');
      assert.ok(complaints.some((text) => text.includes('the copy that came first draws')));
      assert.ok(complaints.every((text) => text.startsWith('warning')));
    });
  }
});
