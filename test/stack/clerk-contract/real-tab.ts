import type {Browser, Request} from 'playwright-core';
import type {RunningClerk} from '../../../demo/stack/clerk/server.js';
import type {ContractTab} from '../../auth/contract/contract-tab.js';
import {loadClerk, openClerkPage, signIn, templatePath} from '../clerk/clerk-page.js';
import {readClaims} from '../clerk/fapi-browser.js';

/** A tab with the real clerk-js, on clocks that the test moves. */
export interface RealTab extends ContractTab {
  close(): Promise<void>;
}

const INIT_SCRIPT = `
  globalThis.isFocused = true;
  Document.prototype.hasFocus = () => globalThis.isFocused;
`;

/** Opens a page with clerk-js 6.40 that talks to the stand-in. */
export async function openRealTab(browser: Browser, standIn: RunningClerk): Promise<RealTab> {
  const visit = await openClerkPage(browser, standIn);
  const {page} = visit;
  await page.clock.install();
  await page.addInitScript({content: INIT_SCRIPT});
  const running = new Set<Request>();
  page.on('request', (request) => running.add(request));
  page.on('requestfinished', (request) => running.delete(request));
  page.on('requestfailed', (request) => running.delete(request));
  const clerk = await loadClerk(page, page.url());
  await page.evaluate(`
    globalThis.heard = [];
    Clerk.addListener(({session, organization}) => {
      const entry = (session ? 'session' : String(session)) + ' ' +
        String(organization && organization.slug);
      if (heard.at(-1) !== entry) heard.push(entry);
    });
  `);
  let sessionId = '';
  let refusals = 0;
  let advancedMs = 0;

  /** Waits until the page has nothing to wait for but time. */
  const settle = async () => {
    for (let quiet = 0; quiet < 3; quiet = running.size === 0 ? quiet + 1 : 0) {
      // The answer of the page itself: promises that were ready have run.
      await page.evaluate('new Promise((resolve) => queueMicrotask(resolve))');
      await page.request.get(`${new URL(page.url()).origin}/favicon.ico`);
    }
  };
  const organizationId = (slug: string | null) => (slug === null ? null : `org_${slug}`);

  return {
    async signIn() {
      sessionId = await signIn(clerk, 'ada');
    },
    async signOut() {
      await clerk.evaluate((instance) => instance.signOut(() => undefined));
    },
    async setActive(organization, {navigates = false} = {}) {
      await clerk.evaluate(
        (instance, given) =>
          instance.setActive({
            organization: given.id,
            ...(given.navigates && {navigate: () => Promise.resolve()}),
          }),
        {id: organizationId(organization), navigates},
      );
    },
    async focus() {
      await page.evaluate("isFocused = true; window.dispatchEvent(new Event('focus'))");
      await settle();
    },
    async blur() {
      await page.evaluate('isFocused = false');
    },
    async switchElsewhere(organization) {
      const id = organizationId(organization);
      standIn.control({switchOrganization: {sessionId, organizationId: id}});
    },
    async revoke() {
      standIn.control({revokeSession: sessionId});
    },
    async setPending(isPending) {
      standIn.control({pendingSession: {sessionId, isPending}});
    },
    async setLifetime(seconds) {
      standIn.control({setTemplateLifetime: {template: 'tinybird', lifetimeS: seconds}});
    },
    async refuseTokens(status) {
      const path = `**${templatePath('*')}*`;
      await page.unroute(path);
      if (status === null) return;
      await page.route(path, async (route) => {
        refusals += 1;
        await route.fulfill({status, json: {errors: [{code: 'refused', message: 'Refused.'}]}});
      });
    },
    async token({template = 'tinybird', skipCache = false} = {}) {
      const answer = await clerk.evaluate(
        async ({session}, options) => {
          try {
            return await session?.getToken(options);
          } catch (error) {
            return (error as {status: number}).status;
          }
        },
        {template, skipCache},
      );
      if (typeof answer === 'number') return `status ${answer}`;
      return String(readClaims(answer ?? '')['org_id']).replace('org_', '');
    },
    async startToken() {
      await page.evaluate("void Clerk.session.getToken({template: 'tinybird'}).catch(() => {})");
      await settle();
    },
    async advance(seconds) {
      advancedMs += seconds * 1000;
      standIn.control({clockSkewMs: advancedMs});
      await page.clock.runFor(seconds * 1000);
      await settle();
    },
    async shown() {
      return clerk.evaluate(({session, organization}) =>
        session ? (organization?.slug ?? 'none') : 'signed out',
      );
    },
    async status() {
      return clerk.evaluate(({session}) => session?.status ?? 'none');
    },
    async requests() {
      const path = templatePath(sessionId);
      return standIn.requests.filter((request) => request.path === path).length + refusals;
    },
    async heard() {
      return page.evaluate<string[]>('heard');
    },
    close: () => visit.close(),
  };
}
