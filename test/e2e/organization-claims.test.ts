import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {LOCAL_WORKSPACE_ID} from '../../demo/stack/settings.js';
import {readChart, waitForState} from './support/charts.js';
import {queries, queryDirectly} from './support/requests.js';
import {useScene} from './support/scene.js';
import {signIn} from './support/sign-in.js';

type Claims = Readonly<Record<string, string | null>>;

describe('the organization in a template', () => {
  const scene = useScene();
  const open = async (fixedParams: Claims, attributes = '', more: object = {}) => {
    const scope = {type: 'PIPES:READ', resource: 'visits_over_time', fixed_params: fixedParams};
    await scene.stack.controlClerk({
      setTemplateClaims: {
        template: 'tinybird',
        claims: {workspace_id: LOCAL_WORKSPACE_ID, name: 'page', scopes: [scope], ...more},
      },
    });
    const {page} = await scene.open({
      body: `<tinybird-chart pipe="visits_over_time" ${attributes}></tinybird-chart>`,
    });
    return page;
  };

  for (const org of [null, 'null', 'none', '']) {
    it(`that is ${JSON.stringify(org)} counts as none: nothing is asked`, async () => {
      const page = await open({org});
      await signIn(page, scene.stack, 'ada', 'acme');
      await waitForState(page, 'no-organization');

      assert.equal((await readChart(page)).code, 'no-organization');
      assert.deepEqual(await queries(scene.stack), []);
    });
  }

  for (const org of ['{{org.slug}}', "{{org.slug || 'none'}}", 'o-{{org.slug}}']) {
    it(`that is ${org} is none while no organization is active`, async () => {
      const page = await open({org});
      await signIn(page, scene.stack, 'grace');
      await waitForState(page, 'no-organization');

      assert.deepEqual(await queries(scene.stack), []);
    });
  }

  it('that is absent is an error that says where it belongs', async () => {
    // Between signing in and choosing an organization, `auto` would take the rows for the user's.
    const page = await open({region: 'eu'}, 'tenancy="organization"');
    await signIn(page, scene.stack, 'ada', 'acme');
    await waitForState(page, 'error');

    const {code, message} = await readChart(page);
    assert.equal(code, 'jwt-claims');
    assert.match(String(message), /does not name the organization/);
    assert.deepEqual(await queries(scene.stack), []);
  });

  const org = '{{org.slug}}';
  const named: [string, Claims, string, object][] = [
    [
      'a claim at top level',
      {org, region: 'eu'},
      'tenant-claim="team.id"',
      {
        team: {id: '{{org.id}}'},
      },
    ],
    ['a fixed parameter', {org, customer: '{{org.id}}'}, 'tenant-claim="customer"', {}],
    [
      'a fixed parameter by its path',
      {org, customer: org},
      'tenant-claim="fixed_params.customer"',
      {},
    ],
  ];
  for (const [what, fixedParams, attributes, more] of named) {
    it(`is found in ${what}`, async () => {
      const page = await open(fixedParams, attributes, more);
      await signIn(page, scene.stack, 'ada', 'acme');
      await waitForState(page, 'ready');

      const {data} = await queryDirectly(scene.stack, 'visits_over_time', 'acme');
      assert.deepEqual((await readChart(page)).data, data);
    });
  }

  it('is the one that tenant-claim names, whatever else there is', async () => {
    const page = await open({org, customer: 'globex'}, 'tenant-claim="customer"');
    await signIn(page, scene.stack, 'ada', 'acme');
    await waitForState(page, 'waiting');
    await page.waitForFunction(
      () => document.querySelector('tinybird-chart')?.error?.code === 'tenant-mismatch',
    );

    assert.deepEqual(await queries(scene.stack), []);
  });
});
