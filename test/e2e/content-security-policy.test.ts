import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {mintTinybirdJwt} from '../../demo/stack/tinybird/mint-jwt.js';
import {readChart, waitForState} from './support/charts.js';
import {useScene} from './support/scene.js';
import {signIn} from './support/sign-in.js';

const CHARTS = `
  <tinybird-chart pipe="visits_over_time" type="line"></tinybird-chart>
  <tinybird-chart pipe="kpis" type="metric" categories="current" param-metric="visits"></tinybird-chart>
  <tinybird-chart pipe="top_pages" type="table"></tinybird-chart>`;

describe('a strict Content-Security-Policy', () => {
  const scene = useScene();
  const policy = (connect: string) =>
    [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      `connect-src 'self' ${connect}`,
      'img-src data:',
      "worker-src 'self' blob:",
      "require-trusted-types-for 'script'",
      'trusted-types tinybird-chart lit-html default',
    ].join('; ');
  const open = async (csp: string) => {
    const {page} = await scene.open({body: ''});
    await page.context().addInitScript(() => {
      const violations: string[] = [];
      (window as unknown as {violations: string[]}).violations = violations;
      document.addEventListener('securitypolicyviolation', (event) => {
        violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`);
      });
    });
    const tab = await scene.openTab(page, {
      body: CHARTS,
      clerk: 'loaded',
      headers: {'content-security-policy': csp},
    });
    await tab.waitForFunction(() => document.querySelector('tinybird-chart')?.state !== 'idle');
    return tab;
  };

  it('is kept while charts, metric and table are drawn', async () => {
    const page = await open(policy(scene.stack.description.tinybird.host));
    await signIn(page, scene.stack, 'ada', 'acme');
    await waitForState(page, 'ready');
    await page.locator('tinybird-chart canvas').first().hover();

    await page.locator('[part=tooltip]').waitFor();
    // Clerk's own script tries a blob worker first, and falls back where Trusted Types forbid it.
    const violations = await page.evaluate<string[]>('violations');
    assert.deepEqual(
      violations.filter((violation) => !violation.includes('/__clerk/')),
      [],
    );
  });

  it('that forgets the API is named as the cause', async () => {
    const page = await open(policy(''));
    await signIn(page, scene.stack, 'ada', 'acme');
    await waitForState(page, 'error');

    const {code, message} = await readChart(page);
    assert.equal(code, 'csp-blocked');
    assert.match(message ?? '', /connect-src/);
  });

  it('may be the strictest of all: own scripts, own connections, the policy of Lit', async () => {
    const pipes = ['visits_over_time', 'top_pages', 'activity_heatmap', 'signup_funnel'] as const;
    const token = await mintTinybirdJwt({
      claims: {
        name: 'strictest',
        sub: 'user_1',
        scopes: pipes.map((resource) => ({
          type: 'PIPES:READ' as const,
          resource,
          fixed_params: {org: 'acme'},
        })),
      },
    });
    scene.host.put('/strict-token', {
      body: JSON.stringify({token}),
      headers: {'content-type': 'application/json'},
    });
    const kinds = [
      ['visits_over_time', 'line area bar metric sparkline table'],
      ['top_pages', 'bar-list pie donut'],
      ['activity_heatmap', 'heatmap'],
      ['signup_funnel', 'funnel'],
    ] as const;
    const charts = kinds.flatMap(([pipe, types]) =>
      types.split(' ').map(
        (type) =>
          `<tinybird-chart pipe="${pipe}" type="${type}" debug loading="eager"
             token-endpoint="/strict-token"></tinybird-chart>`,
      ),
    );
    const connect = `connect-src 'self' ${scene.stack.description.tinybird.host}`;
    // The icon of the test page is a data: image.
    const csp = `default-src 'none'; script-src 'self'; ${connect}; img-src data:; require-trusted-types-for 'script'; trusted-types lit-html`;
    const {page} = await scene.open({body: ''});
    const printed: string[] = [];
    page.context().on('console', (message) => printed.push(message.text()));
    const tab = await scene.openTab(page, {
      body: charts.join(''),
      clerk: 'none',
      headers: {'content-security-policy': csp},
    });
    await waitForState(tab, 'ready');
    await tab.locator('[part=debug-step]').last().waitFor();
    await tab.locator('tinybird-chart canvas').first().hover();

    await tab.locator('[part=tooltip]').first().waitFor();
    assert.deepEqual(
      printed.filter((text) => /content security policy|trusted/i.test(text)),
      [],
    );
  });
});
