import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {readChart, waitForState} from '../e2e/support/charts.js';
import {eventually} from '../e2e/support/eventually.js';
import {hostScripts, integrityList, integrityTags} from '../e2e/support/hosted-scripts.js';
import {type PageHost, startPageHost} from '../e2e/support/page-host.js';
import {htmlDocument, PUBLIC_CHART, publicAttributes} from '../e2e/support/public-page.js';
import {useScene} from '../e2e/support/scene.js';

describe('scripts with integrity hashes', () => {
  const scene = useScene();
  let cdn: PageHost;
  before(async () => {
    cdn = await startPageHost(null);
  });
  after(() => cdn.close());

  let folders = 0;
  /** Puts the scripts on another origin, one of them changed; returns their folder. */
  const hostElsewhere = (changed: string | null) =>
    hostScripts(cdn, `/v${++folders}`, {
      headers: {'access-control-allow-origin': '*'},
      change: (text, file) => (changed && file.includes(changed) ? `${text}//` : text),
    });
  /** The same, and a chart on a page with the tags. */
  const open = async (changed: string | null, headers = {}) => {
    const folder = hostElsewhere(changed);
    const chart = `<tinybird-chart pipe="public_activity" loading="eager"
      ${publicAttributes(scene.stack, '')}></tinybird-chart>`;
    return scene.openDocument(htmlDocument(integrityTags(folder), chart, headers));
  };

  it('draw a chart from another origin', async () => {
    const {page, complaints} = await open(null);
    await waitForState(page, 'ready');

    assert.deepEqual(complaints, []);
  });

  it('ask for rows before the first frame, with the settings of their tag', async () => {
    const folder = hostElsewhere(null);
    const {host, publicToken} = scene.stack.description.tinybird;
    const tags = integrityTags(folder).replace(
      `src="${folder}/tinybird-chart.js"`,
      (src) => `${src} data-host="${host}" data-tenancy="none" data-type="bar"`,
    );
    const watch = `<script>
      const framesWhenAsked = [];
      let frames = 0;
      document.querySelector('tinybird-chart').getToken = async () => {
        framesWhenAsked.push(frames);
        return '${String(publicToken)}';
      };
      customElements.whenDefined('tinybird-chart').then(() =>
        requestAnimationFrame(() => (frames += 1)));
    </script>`;
    const {page, complaints} = await scene.openDocument(htmlDocument(tags, PUBLIC_CHART + watch));
    await waitForState(page, 'ready');

    assert.deepEqual(complaints, []);
    assert.deepEqual(await page.evaluate('framesWhenAsked'), [0]);
  });

  it('draw where the page demands a hash of every script', async () => {
    const {page, complaints} = await open(null, {
      'integrity-policy': 'blocked-destinations=(script)',
    });
    await waitForState(page, 'ready');

    assert.deepEqual(complaints, []);
  });

  for (const part of ['engine', 'drawn-views', 'charting-parts', 'filled-parts']) {
    it(`refuse a changed ${part}, and the chart says so`, async () => {
      const {page, complaints} = await open(`/${part}-`);
      await waitForState(page, 'error');

      const {code, message} = await readChart(page);
      assert.equal(code, 'network');
      assert.match(message ?? '', /could not be loaded.*unchanged/);
      assert.ok(complaints.some((text) => text.includes('integrity')));
    });
  }

  for (const part of ['tinybird-chart.js', '/shell-']) {
    it(`refuse a changed ${part}, and the browser says so`, async () => {
      const {page, complaints} = await open(part);

      assert.equal(await page.evaluate(() => customElements.get('tinybird-chart')), undefined);
      assert.ok(complaints.some((text) => text.includes('integrity')));
    });
  }

  it('refuse a changed interaction-parts, and the chart stays without it', async () => {
    const {page, complaints} = await open('/interaction-parts-');
    await waitForState(page, 'ready');
    await page.locator('tinybird-chart canvas').hover();
    await eventually(
      () => complaints,
      (texts) => texts.some((text) => text.includes('integrity')),
    );

    assert.equal((await readChart(page)).state, 'ready');
    assert.ok(complaints.every((text) => !text.startsWith('uncaught')));
  });

  it('are known to a policy that runs no other inline script', async () => {
    const {importMapHash, base} = integrityList();
    const folder = base.replace(/\/$/, '');
    hostScripts(scene.host, folder);
    const {host} = scene.stack.description.tinybird;
    const chart = `<tinybird-chart pipe="public_activity" loading="eager"
      ${publicAttributes(scene.stack, '')}></tinybird-chart>`;
    const csp = `default-src 'none'; script-src 'self' '${importMapHash}'; connect-src ${host}; img-src data:`;
    const {page, complaints} = await scene.openDocument(
      htmlDocument(integrityTags(folder), chart, {'content-security-policy': csp}),
    );
    await waitForState(page, 'ready');

    assert.deepEqual(complaints, []);
  });
});
