import type {ContractTab} from './contract-tab.js';

/** A fact about Clerk that the charts rely on. */
export interface ContractCase {
  readonly name: string;
  readonly expected: readonly unknown[];
  observe(tab: ContractTab): Promise<readonly unknown[]>;
}

async function signedInTo(tab: ContractTab, organization: string, lifetimeS = 60): Promise<void> {
  await tab.setLifetime(lifetimeS);
  await tab.signIn();
  await tab.setActive(organization);
}

/** What clerk-js 6.40 does; the scripted Clerk of the model has to do the same. */
export const CONTRACT_CASES: readonly ContractCase[] = [
  {
    name: 'tells listeners of sign-in, switch, departure and sign-out in this order',
    expected: [
      'null null',
      'session null',
      'session acme',
      'session null',
      'undefined undefined',
      'null null',
    ],
    async observe(tab) {
      await tab.signIn();
      await tab.setActive('acme');
      await tab.setActive(null);
      await tab.signOut();
      return tab.heard();
    },
  },
  {
    name: 'is in transition while a switch navigates',
    expected: [
      'null null',
      'session null',
      'session acme',
      'undefined undefined',
      'session globex',
    ],
    async observe(tab) {
      await tab.signIn();
      await tab.setActive('acme');
      await tab.setActive('globex', {navigates: true});
      return tab.heard();
    },
  },
  {
    name: 'shows a session as pending, with its organization, once it has told the server of focus',
    expected: ['active', 'active', 'pending', 'acme', 'active'],
    async observe(tab) {
      await signedInTo(tab, 'acme');
      const statuses = [await tab.status()];
      await tab.setPending(true);
      statuses.push(await tab.status());
      await tab.focus();
      statuses.push(await tab.status(), await tab.shown());
      await tab.setPending(false);
      await tab.advance(6);
      await tab.focus();
      return [...statuses, await tab.status()];
    },
  },
  {
    name: 'shares one request among callers',
    expected: ['acme', 'acme', 'acme', 1],
    async observe(tab) {
      await signedInTo(tab, 'acme');
      const tokens = await Promise.all([tab.token(), tab.token(), tab.token()]);
      return [...tokens, await tab.requests()];
    },
  },
  {
    name: 'gives the cached token until 5 s before its end',
    expected: [1, 2],
    async observe(tab) {
      await signedInTo(tab, 'acme', 30);
      await tab.blur();
      await tab.token();
      await tab.advance(23);
      await tab.token();
      const early = await tab.requests();
      await tab.advance(4);
      await tab.token();
      return [early, await tab.requests()];
    },
  },
  {
    name: 'renews in the background when 17 s are left and the tab had focus',
    expected: [1, 2],
    async observe(tab) {
      await signedInTo(tab, 'acme', 40);
      await tab.token();
      await tab.advance(21);
      const early = await tab.requests();
      await tab.advance(4);
      return [early, await tab.requests()];
    },
  },
  {
    name: 'renews nothing in the background of a tab without focus',
    expected: [1],
    async observe(tab) {
      await signedInTo(tab, 'acme', 40);
      await tab.blur();
      await tab.token();
      await tab.advance(33);
      return [await tab.requests()];
    },
  },
  {
    name: 'keeps the tokens of other organizations over a switch',
    expected: ['acme', 'globex', 'acme', 2],
    async observe(tab) {
      await signedInTo(tab, 'acme');
      const tokens = [await tab.token()];
      await tab.setActive('globex');
      tokens.push(await tab.token());
      await tab.setActive('acme');
      tokens.push(await tab.token());
      return [...tokens, await tab.requests()];
    },
  },
  {
    name: 'caches a token of Globex for Acme when its timer fires after a switch',
    expected: ['globex', 'acme'],
    async observe(tab) {
      await signedInTo(tab, 'acme', 40);
      await tab.token();
      await tab.setActive('globex');
      await tab.advance(25);
      await tab.setActive('acme');
      return [await tab.token(), await tab.token({skipCache: true})];
    },
  },
  {
    name: 'gives a token of the organization that another tab chose',
    expected: ['acme', 'globex', 'globex'],
    async observe(tab) {
      await signedInTo(tab, 'acme');
      await tab.switchElsewhere('globex');
      return [await tab.shown(), await tab.token(), await tab.token({skipCache: true})];
    },
  },
  {
    name: 'tells the server of a switch without focus only on focus, and keeps the wrong token',
    expected: ['globex', 'acme', 'acme', 'globex'],
    async observe(tab) {
      await signedInTo(tab, 'acme');
      await tab.blur();
      await tab.setActive('globex');
      const before = [await tab.shown(), await tab.token()];
      await tab.focus();
      return [...before, await tab.token(), await tab.token({skipCache: true})];
    },
  },
  {
    name: 'rejects an unknown template at once',
    expected: ['status 404'],
    async observe(tab) {
      await signedInTo(tab, 'acme');
      return [await tab.token({template: 'unknown'})];
    },
  },
  {
    name: 'rejects with 401 and signs out when the session has been revoked',
    expected: ['status 401', 'signed out'],
    async observe(tab) {
      await signedInTo(tab, 'acme');
      await tab.revoke();
      const token = await tab.token({skipCache: true});
      await tab.advance(1);
      return [token, await tab.shown()];
    },
  },
  ...[500, 429].map((status) => ({
    name: `asks again 3 s after a ${status}, then after 4.65 s`,
    expected: [1, 2, 2, 3],
    async observe(tab: ContractTab) {
      await signedInTo(tab, 'acme');
      await tab.refuseTokens(status);
      await tab.startToken();
      const counts = [];
      for (const seconds of [1.5, 2, 3.5, 2]) {
        await tab.advance(seconds);
        counts.push(await tab.requests());
      }
      return counts;
    },
  })),
];
