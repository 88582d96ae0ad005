import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Frame, Page} from 'playwright-core';
import {hostScripts} from './support/hosted-scripts.js';
import {clerkAttributes} from './support/chart-page.js';
import {htmlDocument, PUBLIC_CHART, publicScript} from './support/public-page.js';
import {useScene} from './support/scene.js';

describe('a chart in a frame', () => {
  const scene = useScene();

  /** Opens a page with a frame, and returns that once its first chart has a state. */
  const openFrame = async (sandbox: string | null, head: string, body: string) => {
    scene.host.put('/framed', htmlDocument(head, body));
    const attribute = sandbox === null ? '' : `sandbox="${sandbox}"`;
    const visit = await scene.openDocument(
      htmlDocument('', `<iframe src="/framed" ${attribute} width="600" height="400"></iframe>`),
    );
    return {...visit, frame: await frameOf(visit.page)};
  };
  const frameOf = async (page: Page): Promise<Frame> => {
    const frame = await (await page.waitForSelector('iframe')).contentFrame();
    if (!frame) throw new Error('The frame has no document.');
    return frame;
  };
  const waitFor = (frame: Frame, state: string) =>
    frame.waitForFunction(
      (wanted) => document.querySelector('tinybird-chart')?.state === wanted,
      state,
    );
  /** A sandboxed document has no origin: scripts come to it from another one. */
  const openScript = () =>
    `${hostScripts(scene.host, '/open', {headers: {'access-control-allow-origin': '*'}})}/tinybird-chart.js`;

  it('of the same origin draws', async () => {
    const {frame, complaints} = await openFrame(null, publicScript(scene.stack), PUBLIC_CHART);
    await waitFor(frame, 'ready');

    assert.deepEqual(complaints, []);
  });

  it('that is sandboxed without an origin draws public rows', async () => {
    const head = publicScript(scene.stack, openScript());
    const {frame, complaints} = await openFrame('allow-scripts', head, PUBLIC_CHART);
    await waitFor(frame, 'ready');

    assert.deepEqual(complaints, []);
  });

  it('that is sandboxed without an origin has no session, and says so', async () => {
    const {host} = scene.stack.description.tinybird;
    const head = `<script type="module" src="${openScript()}" data-host="${host}"
      ${clerkAttributes(scene.stack, 'data-')}></script>`;
    const body = '<tinybird-chart pipe="visits_over_time" loading="eager"></tinybird-chart>';
    const {frame, complaints} = await openFrame('allow-scripts', head, body);
    await waitFor(frame, 'error');

    const error = await frame.evaluate(() => {
      const {code, message} = document.querySelector('tinybird-chart')!.error!;
      return {code, message};
    });
    assert.equal(error.code, 'network');
    assert.match(error.message, /clerk\.browser\.js did not load/);
    assert.deepEqual(
      complaints.filter((text) => text.startsWith('uncaught')),
      [],
    );
  });
});
