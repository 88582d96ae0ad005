import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Page, Request} from 'playwright-core';
import {readCharts, waitForState} from './support/charts.js';
import {eventually} from './support/eventually.js';
import {type Frame, recordFrames, takeFrames} from './support/frames.js';
import {askedOrganizations, queryDirectly} from './support/requests.js';
import {useScene} from './support/scene.js';
import {selectOrganization, signIn, signOut} from './support/sign-in.js';

const CHARTS = `
  <tinybird-chart pipe="visits_over_time" type="line" no-animation></tinybird-chart>
  <tinybird-chart pipe="top_pages" type="table"></tinybird-chart>`;

describe('an organization that is no longer active', () => {
  const scene = useScene();

  const openAcme = async () => {
    const {page} = await scene.open({body: CHARTS});
    await signIn(page, scene.stack, 'ada', 'acme');
    await waitForState(page, 'ready');
    await recordFrames(page);
    const [last] = await eventually(
      async () => (await takeFrames(page)).slice(-1),
      (frames) => frames.some(({texts, drawings}) => texts.length > 0 && drawings.length > 0),
    );
    return {page, acme: last!};
  };
  const readyFor = (page: Page, org: string, expected: string) =>
    page.waitForFunction(
      ([slug, rows]) =>
        (window as unknown as {Clerk: {organization?: {slug: string}}}).Clerk.organization?.slug ===
          slug &&
        [...document.querySelectorAll('tinybird-chart')].every(
          ({state, pipe, response}) =>
            state === 'ready' &&
            (pipe !== 'visits_over_time' || JSON.stringify(response?.data) === rows),
        ),
      [org, expected] as const,
    );

  it('leaves no row, cell or pixel behind when another one becomes active', async () => {
    const {page, acme} = await openAcme();
    const pages = (await queryDirectly(scene.stack, 'top_pages', 'initech')).data;
    const visits = (await queryDirectly(scene.stack, 'visits_over_time', 'initech')).data;
    await selectOrganization(page, 'org_initech');
    await readyFor(page, 'initech', JSON.stringify(visits));

    const frames = (await takeFrames(page)).filter(({organization}) => organization === 'initech');
    assert.ok(frames.length > 2);
    const own = [JSON.stringify(visits), JSON.stringify(pages), 'null'];
    const ownCells = new Set(frames.at(-1)!.texts);
    const foreign = acme.texts.filter((text) => !ownCells.has(text));
    assert.ok(foreign.length > 10);
    for (const {responses, texts, drawings} of frames) {
      assert.deepEqual(
        responses.filter((rows) => !own.includes(rows)),
        [],
      );
      assert.deepEqual(
        texts.filter((text) => foreign.includes(text)),
        [],
      );
      assert.ok(drawings.every((drawing) => !acme.drawings.includes(drawing)));
    }
    assert.deepEqual(await askedOrganizations(scene.stack), ['acme', 'initech']);
  });

  it('leaves no row, cell or pixel behind when its visitor signs out', async () => {
    const {page, acme} = await openAcme();
    await signOut(page);
    await waitForState(page, 'signed-out');

    const frames = (await takeFrames(page)).filter(({organization}) => organization === null);
    assert.ok(frames.length > 1);
    const isBare = ({responses, texts, drawings}: Frame) =>
      responses.every((rows) => rows === 'null') &&
      texts.length === 0 &&
      drawings.every((drawing) => !acme.drawings.includes(drawing));
    assert.deepEqual(
      frames.filter((frame) => !isBare(frame)).map(({texts}) => texts),
      [],
    );
  });

  it('shows nothing of itself to the next person who signs in', async () => {
    const {page, acme} = await openAcme();
    await signOut(page);
    await waitForState(page, 'signed-out');
    await signIn(page, scene.stack, 'grace', 'globex');
    await waitForState(page, 'ready');

    const [visits] = await readCharts(page);
    assert.deepEqual(
      visits?.data,
      (await queryDirectly(scene.stack, 'visits_over_time', 'globex')).data,
    );
    const frames = (await takeFrames(page)).filter(({organization}) => organization !== 'acme');
    assert.ok(
      frames.every(({responses}) => !acme.responses.some((rows) => responses.includes(rows))),
    );
    assert.deepEqual(await askedOrganizations(scene.stack), ['acme', 'globex']);
  });

  it('leaves no running request behind', async () => {
    const {page} = await openAcme();
    await scene.stack.addFault({server: 'tinybird', latencyMs: 3_000});
    const isAsked = (request: Request) => request.url().includes('/v0/pipes/visits_over_time');
    const asked = page.waitForEvent('request', isAsked);
    const failure = page.waitForEvent('requestfailed', isAsked);
    await page.evaluate(() => void document.querySelector('tinybird-chart')!.refetch());
    await asked;

    await signOut(page);

    assert.match((await failure).failure()?.errorText ?? '', /ABORTED/);
  });
});
