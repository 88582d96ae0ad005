import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {FaultRule} from '../../demo/stack/faults.js';
import type {ControlRequest} from '../../demo/stack/clerk/control.js';
import {LOCAL_WORKSPACE_ID} from '../../demo/stack/settings.js';
import {answering, debugChart, waitForStep} from './support/panel.js';
import {useScene} from './support/scene.js';
import {signIn} from './support/sign-in.js';

type Claims = NonNullable<ControlRequest['setTemplateClaims']>['claims'];

const scope = (fixed_params: Claims = {org: '{{org.slug}}'}) => [
  {type: 'PIPES:READ', resource: 'visits_over_time', fixed_params},
];
const claimsWith = (changes: Claims): ControlRequest => ({
  setTemplateClaims: {
    template: 'tinybird',
    claims: {workspace_id: LOCAL_WORKSPACE_ID, name: 'page', scopes: scope(), ...changes},
  },
});
const rowsOf = (org: string) => ({
  meta: [
    {name: 'org', type: 'String'},
    {name: 'visits', type: 'UInt64'},
  ],
  data: [{org, visits: 3}],
  rows: 1,
});

interface Mistake {
  readonly name: string;
  readonly attributes?: string;
  /** @default visits_over_time */
  readonly pipe?: string;
  readonly clerk?: ControlRequest;
  readonly fault?: FaultRule;
  /** Part of the next step. */
  readonly step: string;
  /** Number of causes named besides. */
  readonly others: 0 | 1 | 2;
}

const mistakes: readonly Mistake[] = [
  {
    name: 'a missing JWT template',
    attributes: 'jwt-template="tinybrid"',
    step: 'Clerk has no JWT template "tinybrid"',
    others: 0,
  },
  {
    name: 'another signing key',
    attributes: 'jwt-template="tinybird_wrong_key"',
    step: 'signing key is the workspace admin token',
    others: 2,
  },
  {
    name: "a user's admin token as signing key, which is refused alike",
    attributes: 'jwt-template="tinybird_wrong_key"',
    step: 'the admin token of a user is refused in the same way',
    others: 2,
  },
  {
    name: 'a missing scope',
    attributes: 'jwt-template="tinybird_no_scope"',
    step: '"resource": "visits_over_time"',
    others: 0,
  },
  {
    name: 'a missing workspace id',
    clerk: claimsWith({workspace_id: ''}),
    step: 'no `workspace_id`',
    others: 0,
  },
  {
    name: 'a placeholder for the workspace id',
    clerk: claimsWith({workspace_id: 'your_workspace_id'}),
    step: '`workspace_id` is "your_workspace_id"',
    others: 0,
  },
  {
    name: 'the id of another workspace',
    clerk: claimsWith({workspace_id: '5c0ffee0-0000-4000-8000-000000000000'}),
    step: 'signing key is the workspace admin token',
    others: 2,
  },
  {
    name: 'no organization in the token',
    clerk: claimsWith({scopes: scope({user: '{{user.id}}'})}),
    step: 'does not name the organization',
    others: 0,
  },
  {
    name: "the organization's name in the token",
    clerk: claimsWith({scopes: scope({org: '{{org.name}}'})}),
    step: "the organization's name",
    others: 0,
  },
  {
    name: 'one organization for all in the template',
    clerk: claimsWith({scopes: scope({org: 'globex'})}),
    step: 'Another tab has switched the organization',
    others: 2,
  },
  {
    name: 'no value for the organization',
    clerk: claimsWith({scopes: scope({org: null})}),
    step: 'Another tab has left the organization',
    others: 1,
  },
  {
    name: 'a slip in the name of the pipe',
    pipe: 'visits_over_tme',
    clerk: claimsWith({}),
    step: '`pipe` is "visits_over_tme"',
    others: 1,
  },
  {
    name: 'a pipe that is not there',
    pipe: 'visits_over_tme',
    clerk: claimsWith({
      scopes: [{type: 'PIPES:READ', resource: 'visits_over_tme', fixed_params: {org: 'acme'}}],
    }),
    step: 'another name',
    others: 2,
  },
  {
    name: 'a required parameter that is missing',
    clerk: claimsWith({scopes: scope({user: '{{user.id}}'})}),
    attributes: 'tenancy="user" param-limit="5"',
    step: 'Sent: limit; fixed by the token: user',
    others: 2,
  },
  {
    name: 'a parameter in lower case',
    fault: answering(400, {error: 'Required parameter is not defined. Check startDate.'}),
    attributes: 'param-startdate="2026-01-01"',
    step: 'The pipe asks for "startDate" and got "startdate"',
    others: 0,
  },
  {
    name: 'a fixed parameter that the pipe does not use',
    fault: answering(200, rowsOf('globex')),
    attributes: 'type="table"',
    step: 'Rows have org "globex" while the token says',
    others: 0,
  },
  {
    name: 'a host that is not listed',
    attributes: 'host="https://tinybird.example"',
    step: "configure({allowedHosts: ['https://tinybird.example']})",
    others: 0,
  },
  {
    name: 'the address of the user interface',
    attributes: 'host="https://ui.us-east.aws.tinybird.co"',
    step: 'Use the API address, https://api.us-east.aws.tinybird.co',
    others: 0,
  },
  {
    name: 'a host on which nothing listens',
    attributes: 'host="http://localhost:9"',
    step: 'Nothing listens at http://localhost:9',
    others: 1,
  },
  {
    name: 'a host without https',
    attributes: 'host="api.us-east.aws.tinybird.co"',
    step: 'Write https://api.us-east.aws.tinybird.co',
    others: 0,
  },
  {
    name: 'parameters that are too long',
    fault: answering(413),
    attributes: 'param-ids="12345"',
    step: '"ids", which has 5 characters',
    others: 0,
  },
  {
    name: 'JSON of something else',
    fault: answering(200, {status: 'up'}),
    step: 'without rows and columns',
    others: 1,
  },
  {
    name: 'a query that is too slow',
    fault: answering(408),
    step: 'The pipe reads too much',
    others: 1,
  },
];

describe('the diagnosis of a wrong set-up', () => {
  const scene = useScene();

  for (const {name, attributes = '', pipe, clerk, fault, step, others} of mistakes) {
    it(`leads from ${name} to its repair`, async () => {
      if (clerk) await scene.stack.controlClerk(clerk);
      if (fault) await scene.stack.addFault(fault);
      const {page} = await scene.open({body: debugChart(attributes, pipe)});
      await signIn(page, scene.stack, 'ada', 'acme');

      const {causes, text} = await waitForStep(page, step);

      assert.equal(causes.filter((cause) => !/^tenancy=/.test(cause)).length, others);
      assert.doesNotMatch(text, /eyJ/);
    });
  }
});
