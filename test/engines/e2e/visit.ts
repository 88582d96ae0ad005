import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {ChartState, Row} from '../../../src/index.js';
import {chartPage} from '../../e2e/support/chart-page.js';
import {eventually} from '../../e2e/support/eventually.js';
import {type PageHost, startPageHost} from '../../e2e/support/page-host.js';
import {askedOrganizations, queryDirectly} from '../../e2e/support/requests.js';
import {startTestStack, type TestStack} from '../../e2e/support/test-stack.js';
import type {EngineWindow} from '../engine-window.js';

const PIPE = 'visits_over_time';

// clerk-js takes other paths where `navigator.webdriver` is true.
const LIKE_A_VISITOR = `<script>
  Object.defineProperty(Navigator.prototype, 'webdriver', {get: () => false});
</script>`;

interface SeenChart {
  readonly state: ChartState;
  readonly data: readonly Row[] | null;
  /** Whether anything but the ground is on the canvas. */
  readonly isDrawn: boolean;
}

const SEEN_CHART = `(() => {
  const {state, response, shadowRoot} = document.querySelector('tinybird-chart');
  const canvas = shadowRoot?.querySelector('canvas');
  const pixels = canvas?.width
    ? canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data
    : [];
  return {state, data: response?.data ?? null, isDrawn: pixels.some((part) => part !== 0)};
})()`;

/** One visit to a page with the built script and the real clerk-js, step after step, in one engine. */
export function describeVisit(engine: string, open: () => Promise<EngineWindow>): void {
  describe(`a visit in ${engine}`, () => {
    let stack: TestStack;
    let host: PageHost;
    let window: EngineWindow;

    before(async () => {
      stack = await startTestStack();
      await stack.reset();
      host = await startPageHost(stack.description.clerk.url);
      window = await open();
    });
    after(async () => {
      await window.close();
      await host.close();
      await stack.close();
    });

    const look = () => window.evaluate(SEEN_CHART) as Promise<SeenChart>;
    const switchTo = (organization: string) =>
      window.evaluate(`Clerk.setActive({organization: '${organization}'}).then(() => null)`);
    const rowsOf = async (org: string) => (await queryDirectly(stack, PIPE, org)).data;
    const shows = async (rows: readonly Row[]) => {
      const wanted = JSON.stringify(rows);
      await eventually(look, ({data, isDrawn}) => isDrawn && JSON.stringify(data) === wanted);
    };

    it('shows a chart without rows before anyone has signed in', async () => {
      const body = `<tinybird-chart pipe="${PIPE}"></tinybird-chart>`;
      await window.goto(host.put('/', chartPage(stack, {head: LIKE_A_VISITOR, body})));
      const {data} = await eventually(look, ({state}) => state === 'signed-out');

      assert.equal(data, null);
    });

    it('draws the rows of the organization of a visitor who signs in', async () => {
      const {email, password} = stack.description.users.find((user) =>
        user.email.startsWith('ada@'),
      )!;
      const credentials = JSON.stringify({strategy: 'password', identifier: email, password});
      await window.evaluate(`(async () => {
        const {createdSessionId} = await Clerk.client.signIn.create(${credentials});
        await Clerk.setActive({session: createdSessionId});
      })()`);
      await switchTo('org_acme');

      await shows(await rowsOf('acme'));
    });

    it('draws the rows of the other organization after a switch, and asks for no others', async () => {
      await switchTo('org_initech');

      await shows(await rowsOf('initech'));
      assert.deepEqual(await askedOrganizations(stack), ['acme', 'initech']);
    });

    it('holds no rows after signing out', async () => {
      await window.evaluate(`Clerk.signOut(() => {}).then(() => null)`);
      const seen = await eventually(look, ({state}) => state === 'signed-out');

      assert.deepEqual([seen.data, seen.isDrawn], [null, false]);
    });
  });
}
