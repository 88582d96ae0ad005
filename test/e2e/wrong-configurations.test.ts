import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {ControlRequest} from '../../demo/stack/clerk/control.js';
import {LOCAL_WORKSPACE_ID} from '../../demo/stack/settings.js';
import type {ChartErrorCode} from '../../src/index.js';
import {readChart, waitForState} from './support/charts.js';
import {queries} from './support/requests.js';
import {useScene} from './support/scene.js';
import {signIn} from './support/sign-in.js';

interface Mistake {
  readonly name: string;
  /** @default visits_over_time */
  readonly pipe?: string;
  /** @default none */
  readonly attributes?: string;
  readonly clerk?: ControlRequest;
  readonly code: ChartErrorCode;
  /** A word that the message for developers has to have. */
  readonly names: RegExp;
}

type Claims = NonNullable<ControlRequest['setTemplateClaims']>['claims'];

const claimsWith = (changes: Claims): ControlRequest => ({
  setTemplateClaims: {
    template: 'tinybird',
    claims: {
      workspace_id: LOCAL_WORKSPACE_ID,
      name: 'page',
      scopes: [{type: 'PIPES:READ', resource: 'visits_over_time', fixed_params: {org: 'acme'}}],
      ...changes,
    },
  },
});
const ghostScope = [{type: 'PIPES:READ', resource: 'ghost', fixed_params: {org: 'acme'}}];
const bareScope = [{type: 'PIPES:READ', resource: 'visits_over_time'}];

const mistakes: readonly Mistake[] = [
  {
    name: 'a JWT template that Clerk does not have',
    attributes: 'jwt-template="tinybrid"',
    code: 'jwt-template-missing',
    names: /tinybrid/,
  },
  {
    name: 'a template that is signed with another key',
    attributes: 'jwt-template="tinybird_wrong_key"',
    code: 'token-rejected',
    names: /visits_over_time/,
  },
  {
    name: 'a template without a scope for the pipe',
    attributes: 'jwt-template="tinybird_no_scope"',
    code: 'jwt-claims',
    names: /PIPES:READ.*visits_over_time/,
  },
  {
    name: 'a template without workspace_id',
    clerk: claimsWith({workspace_id: ''}),
    code: 'jwt-claims',
    names: /workspace_id/,
  },
  {
    name: 'a template that does not name the organization',
    clerk: claimsWith({scopes: bareScope}),
    code: 'jwt-claims',
    names: /organization/,
  },
  {
    name: 'a pipe that the workspace does not have',
    pipe: 'ghost',
    clerk: claimsWith({scopes: ghostScope}),
    code: 'pipe-not-found',
    names: /ghost/,
  },
  {
    name: 'a required parameter that nobody gives',
    clerk: claimsWith({org_id: '{{org.id}}', scopes: bareScope}),
    code: 'invalid-params',
    names: /org/,
  },
  {
    name: 'a parameter of the wrong type',
    pipe: 'top_pages',
    attributes: 'param-limit="many"',
    code: 'invalid-params',
    names: /many.*Int32/,
  },
  {
    name: 'a parameter whose name is reserved',
    attributes: 'param-token="mine"',
    code: 'misconfigured',
    names: /token/,
  },
  {
    name: 'parameters that are not JSON',
    attributes: `params="{from: 1}"`,
    code: 'misconfigured',
    names: /params/,
  },
  {
    name: 'a host that is no address',
    attributes: 'host="us-east"',
    code: 'misconfigured',
    names: /host/,
  },
  {
    name: "the address of Tinybird's user interface",
    attributes: 'host="https://cloud.tinybird.co"',
    code: 'misconfigured',
    names: /https:\/\/api\.tinybird\.co/,
  },
  {
    name: 'a column that the pipe does not answer with',
    attributes: 'categories="turnover"',
    code: 'column',
    names: /turnover/,
  },
  {name: 'no pipe at all', pipe: '', code: 'misconfigured', names: /pipe/},
];

describe('a mistake in the set-up', () => {
  const scene = useScene();

  for (const {name, pipe = 'visits_over_time', attributes = '', clerk, code, names} of mistakes) {
    it(`is named ${code}: ${name}`, async () => {
      if (clerk) await scene.stack.controlClerk(clerk);
      const {page} = await scene.open({
        body: `<tinybird-chart pipe="${pipe}" ${attributes}></tinybird-chart>`,
      });
      await signIn(page, scene.stack, 'ada', 'acme');
      await waitForState(page, 'error');

      const chart = await readChart(page);
      assert.equal(chart.code, code);
      assert.match(chart.message ?? '', names);
      const asked = (await queries(scene.stack)).length;
      assert.ok(asked <= 2, `${asked} requests`);
    });
  }

  it('is told to the page once and mended by a changed attribute', async () => {
    const {page} = await scene.open({body: ''});
    await signIn(page, scene.stack, 'ada', 'acme');
    await page.evaluate(() => {
      document.addEventListener('tinybird-chart-error', ({error}) => {
        document.title += ` ${error.code}`;
      });
      document.title = 'Errors:';
      document.body.innerHTML =
        '<tinybird-chart pipe="top_pages" param-limit="many"></tinybird-chart>';
    });
    await waitForState(page, 'error');

    await page.evaluate(() =>
      document.querySelector('tinybird-chart')!.setAttribute('param-limit', '3'),
    );
    await waitForState(page, 'ready');

    assert.equal(await page.title(), 'Errors: invalid-params');
    assert.equal((await readChart(page)).data?.length, 3);
  });
});
