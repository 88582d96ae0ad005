import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {LOCAL_WORKSPACE_ID} from '../../demo/stack/settings.js';
import {mintTinybirdJwt} from '../../demo/stack/tinybird/mint-jwt.js';
import {readChart, waitForState} from './support/charts.js';
import {queries, queryDirectly} from './support/requests.js';
import {useScene} from './support/scene.js';
import {signIn} from './support/sign-in.js';

const ACME_SCOPE = {
  type: 'PIPES:READ',
  resource: 'visits_over_time',
  fixed_params: {org: 'acme'},
} as const;

describe('rows of another organization', () => {
  const scene = useScene();
  const visitsOf = async (org: string) =>
    (await queryDirectly(scene.stack, 'visits_over_time', org)).data;
  const ask = async (query: string, token: string) => {
    const {host} = scene.stack.description.tinybird;
    const response = await fetch(`${host}/v0/pipes/visits_over_time.json${query}`, {
      headers: {authorization: `Bearer ${token}`},
    });
    const body = (await response.json()) as {data?: unknown};
    return {status: response.status, data: body.data};
  };

  it('are not answered to a URL that names it', async () => {
    const token = await mintTinybirdJwt({claims: {scopes: [ACME_SCOPE]}});

    const {data} = await ask('?org=initech', token);

    assert.deepEqual(data, await visitsOf('acme'));
  });

  it('are not answered to a token that has run out or was signed by somebody else', async () => {
    const claims = {scopes: [ACME_SCOPE]};
    const old = await mintTinybirdJwt({claims, expiresInS: -60});
    const forged = await mintTinybirdJwt({claims, key: 'guessed'});

    for (const token of [old, forged]) {
      const {status, data} = await ask('', token);
      assert.equal(status, 403);
      assert.equal(data, undefined);
    }
  });

  for (const attributes of ['param-org="initech"', `params='{"org": "initech"}'`]) {
    it(`are not drawn by a chart with ${attributes}`, async () => {
      const {page} = await scene.open({
        body: `<tinybird-chart pipe="visits_over_time" ${attributes}></tinybird-chart>`,
      });
      await signIn(page, scene.stack, 'ada', 'acme');
      await waitForState(page, 'ready');

      assert.deepEqual((await readChart(page)).data, await visitsOf('acme'));
    });
  }

  it('are not counted by the pipe that warns of optional filters, once one is active', async () => {
    const {page} = await scene.open({
      body: '<tinybird-chart pipe="clerk_template_shape" type="table"></tinybird-chart>',
    });
    await signIn(page, scene.stack, 'ada', 'acme');
    await waitForState(page, 'ready');

    const rows = (await readChart(page)).data as {organizations: number}[];
    assert.deepEqual([...new Set(rows.map(({organizations}) => organizations))], [1]);
  });

  it('are not asked for with a template that names the wrong organization', async () => {
    await scene.stack.controlClerk({
      setTemplateClaims: {
        template: 'tinybird',
        claims: {
          workspace_id: LOCAL_WORKSPACE_ID,
          name: 'page',
          scopes: [{...ACME_SCOPE, fixed_params: {org: 'globex'}}],
        },
      },
    });
    const {page} = await scene.open({
      body: '<tinybird-chart pipe="visits_over_time"></tinybird-chart>',
    });
    await signIn(page, scene.stack, 'ada', 'acme');
    await page.waitForFunction(
      () => document.querySelector('tinybird-chart')?.error?.code === 'tenant-mismatch',
    );

    assert.equal((await readChart(page)).state, 'waiting');
    assert.deepEqual(await queries(scene.stack), []);
  });

  it('are not asked for by a person who has left the organization', async () => {
    const {page} = await scene.open({
      body: '<tinybird-chart pipe="visits_over_time" refresh-interval="1"></tinybird-chart>',
    });
    await scene.stack.controlClerk({setTemplateLifetime: {template: 'tinybird', lifetimeS: 9}});
    await signIn(page, scene.stack, 'ada', 'acme');
    await waitForState(page, 'ready');
    await scene.stack.controlClerk({
      revokeMembership: {userId: 'user_ada', organizationId: 'org_acme'},
    });
    await waitForState(page, 'no-organization');

    assert.equal((await readChart(page)).data, null);
    const asked = (await queries(scene.stack)).map(({fixedParams}) => fixedParams?.['org']);
    assert.deepEqual([...new Set(asked)], ['acme']);
  });
});
