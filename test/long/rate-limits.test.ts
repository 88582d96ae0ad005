import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {FaultRule} from '../../demo/stack/faults.js';
import type {ServerOptions} from '../../demo/stack/tinybird/server-options.js';
import {readCharts, waitForState} from '../e2e/support/charts.js';
import {queries} from '../e2e/support/requests.js';
import {useScene} from '../e2e/support/scene.js';
import {signIn} from '../e2e/support/sign-in.js';
import {statesSeen, watchStates} from '../e2e/support/states-seen.js';

const CHARTS = 15;
/** Of the template `tinybird`. */
const REQUESTS_PER_SECOND = 10;
const manyCharts = {
  body: Array.from(
    {length: CHARTS},
    (_, at) =>
      `<tinybird-chart pipe="top_pages" type="table" loading="eager" param-limit="${at + 1}"></tinybird-chart>`,
  ).join(''),
};

describe('fifteen charts', () => {
  const scene = useScene();

  const draw = async () => {
    const {page} = await scene.open(manyCharts);
    await waitForState(page, 'signed-out');
    await watchStates(page);
    await signIn(page, scene.stack, 'ada', 'acme');
    await waitForState(page, 'ready');
    const charts = await readCharts(page);
    assert.deepEqual(
      charts.map(({data}) => data?.length),
      Array.from({length: CHARTS}, (_, at) => Math.min(at + 1, charts.at(-1)!.data!.length)),
    );
    assert.ok(!(await statesSeen(page)).includes('error'));
    return page;
  };
  const statuses = async () => (await queries(scene.stack)).map(({status}) => status);
  const share429 = (seen: readonly number[]) =>
    seen.filter((status) => status === 429).length / seen.length;

  it('start no more requests in a second than their token allows', async () => {
    const page = await draw();

    const startsMs = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter(({name}) => name.includes('/v0/pipes/'))
        .map(({startTime}) => startTime)
        .sort((left, right) => left - right),
    );
    assert.ok(startsMs.length >= CHARTS);
    const spansMs = startsMs
      .slice(REQUESTS_PER_SECOND)
      .map((startMs, at) => startMs - startsMs[at]!);
    assert.ok(Math.min(...spansMs) >= 1_000, spansMs.join(' '));
  });

  const storm: FaultRule = {server: 'tinybird', status: 429, probability: 0.4, seed: 7};
  const storms: readonly [string, FaultRule, Partial<ServerOptions>][] = [
    ['readable Retry-After', {headers: {'Retry-After': '1'}}, {rateHeaders: 'exposed'}],
    ['hidden Retry-After', {headers: {'Retry-After': '1'}}, {rateHeaders: 'hidden'}],
  ];
  for (const [name, rule, options] of storms) {
    it(`are all drawn in a storm of 429 with ${name}`, async (t) => {
      await scene.stack.setTinybirdOptions(options);
      await scene.stack.addFault({...storm, ...rule, times: 5});

      await draw();

      const seen = await statuses();
      assert.ok(seen.filter((status) => status === 429).length >= 5);
      assert.equal(seen.filter((status) => status === 200).length, CHARTS);
      t.diagnostic(`${(share429(seen) * 100).toFixed(0)} % of requests were refused`);
    });
  }

  it('are all drawn where preflights count against the limit too', async (t) => {
    await scene.stack.setTinybirdOptions({countPreflights: true, corsMaxAgeS: 0});

    await draw();

    const share = share429(await statuses());
    t.diagnostic(`${(share * 100).toFixed(0)} % of requests were refused`);
    assert.ok(share < 0.5);
  });
});
