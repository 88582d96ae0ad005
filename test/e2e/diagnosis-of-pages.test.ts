import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {LOCAL_ADMIN_TOKEN} from '../../demo/stack/settings.js';
import {mintTinybirdJwt} from '../../demo/stack/tinybird/mint-jwt.js';
import {waitForState} from './support/charts.js';
import {answering, debugChart, readPanel, waitForStep} from './support/panel.js';
import {useScene} from './support/scene.js';
import {selectOrganization, signIn} from './support/sign-in.js';

describe('the diagnosis of a page', () => {
  const scene = useScene();
  const tokenUrl = async (options: Parameters<typeof mintTinybirdJwt>[0]) => {
    const token = await mintTinybirdJwt(options);
    scene.host.put('/token', {
      body: JSON.stringify({token}),
      headers: {'content-type': 'application/json'},
    });
    return token;
  };
  const ownClaims = (more: object = {}) => ({
    sub: 'user_1',
    scopes: [
      {type: 'PIPES:READ', resource: 'visits_over_time', fixed_params: {org: 'acme'}} as const,
    ],
    ...more,
  });

  it('proves that the page forbids the address', async () => {
    const {page} = await scene.open({
      body: debugChart(),
      headers: {
        'content-security-policy': `connect-src 'self'`,
      },
    });
    await signIn(page, scene.stack, 'ada', 'acme');

    const {causes} = await waitForStep(page, 'Add it to connect-src');

    assert.deepEqual(causes, []);
  });

  it('says that there is no Clerk', async () => {
    const {page} = await scene.open({body: debugChart(), clerk: 'none'});

    const {facts} = await waitForStep(page, 'set clerk-publishable-key');

    assert.equal(facts['Identity'], 'waiting (clerk)');
  });

  it('says that the page runs another Clerk', async () => {
    const key = `pk_test_${btoa('other.clerk.accounts.dev$')}`;
    const {page} = await scene.open({body: debugChart(`clerk-publishable-key="${key}"`)});

    await waitForStep(page, 'another publishable key');
  });

  it('takes an admin token that was refreshed for the likeliest cause of a late refusal', async () => {
    const {page} = await scene.open({body: debugChart('refresh-interval="1"')});
    await signIn(page, scene.stack, 'ada', 'acme');
    await waitForState(page, 'ready');

    await scene.stack.addFault(answering(403));

    const {causes, facts} = await waitForStep(page, 'The workspace admin token was refreshed');
    assert.equal(
      causes.filter((cause) => cause.includes('. Check ') || cause.includes('. Compare ')).length,
      2,
    );
    assert.equal(facts['State'], 'ready, stale: error');
  });

  it('sees a wrong clock and says that it is allowed for', async () => {
    await scene.stack.controlClerk({clockSkewMs: 120_000});
    await scene.stack.setTinybirdOptions({clockSkewMs: 120_000});
    const {page} = await scene.open({body: debugChart()});
    await signIn(page, scene.stack, 'ada', 'acme');
    await waitForState(page, 'ready');

    const {facts, causes} = await waitForStep(page, 'it works');

    assert.match(
      facts['Clock'] ?? '',
      /^this device behind the server by about 1(19|20|21)\.\d s$/,
    );
    assert.ok(causes.some((cause) => cause.includes('allowed for')));
  });

  it('proves a token without exp', async () => {
    await tokenUrl({claims: ownClaims(), expiresInS: null});
    const {page} = await scene.open({body: debugChart('token-endpoint="/token"'), clerk: 'none'});

    const {facts} = await waitForStep(page, 'no `exp`');

    assert.equal(facts['Expires'], 'missing exp');
  });

  it("proves that it was given Clerk's session token", async () => {
    const claims = ownClaims({sid: 'sess_1', scopes: null, workspace_id: null});
    await tokenUrl({claims});
    const {page} = await scene.open({body: debugChart('token-endpoint="/token"'), clerk: 'none'});

    await waitForStep(page, "Clerk's session token");
  });

  it('ranks the scope of a static token first on a chosen host', async () => {
    const {page} = await scene.open({
      body: debugChart(`token="${LOCAL_ADMIN_TOKEN.replace(/.$/, '_')}"`),
      clerk: 'none',
    });

    const {causes} = await waitForStep(page, 'PIPES:READ');

    assert.equal(causes.length, 2);
  });

  it('shows the organization that is active, and follows a switch', async () => {
    const {page} = await scene.open({body: debugChart()});
    await signIn(page, scene.stack, 'ada', 'acme');
    await waitForState(page, 'ready');

    await selectOrganization(page, 'org_initech');
    await page.locator('tinybird-chart dd', {hasText: 'org_initech (initech)'}).waitFor();
    const panel = await readPanel(page);

    assert.doesNotMatch(panel?.text ?? '', /acme/);
  });

  it('says that the browser has no network', async () => {
    const {page} = await scene.open({body: debugChart('refresh-interval="1"')});
    await signIn(page, scene.stack, 'ada', 'acme');
    await waitForState(page, 'ready');

    await page.context().setOffline(true);

    await waitForStep(page, 'Connect to a network');
  });
});
