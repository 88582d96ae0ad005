import {parseJwtClaims} from '../../../src/auth/jwt-claims.js';
import {ClerkServer, ScriptedClerkError} from '../../model/support/clerk-server.js';
import {ModelClock} from '../../model/support/model-clock.js';
import {ScriptedClerk} from '../../model/support/scripted-clerk.js';
import type {ContractTab} from './contract-tab.js';

/** Time for any request of the scripted Clerk to be answered. */
const ANSWER_MS = 300;

/** A tab with the Clerk that the model uses. */
export function openScriptedTab(): ContractTab {
  const clock = new ModelClock();
  const server = new ClerkServer({clock});
  const clerk = new ScriptedClerk(server);
  const heard: string[] = [];
  clerk.addListener(({session, organization}) => {
    const entry = `${session ? 'session' : String(session)} ${String(organization && organization.slug)}`;
    if (heard.at(-1) !== entry) heard.push(entry);
  });
  const settled = async <T>(work: Promise<T>): Promise<T> => {
    const [result] = await Promise.all([work, clock.advance(ANSWER_MS)]);
    return result;
  };
  const session = () => [...server.sessions.values()].find(({isLive}) => isLive);
  return {
    signIn: async () => clerk.signIn('ada'),
    signOut: async () => clerk.signOut(),
    setActive: (organization, {navigates = false} = {}) =>
      settled(
        clerk.setActive({organization, ...(navigates && {navigate: () => Promise.resolve()})}),
      ),
    async focus() {
      clerk.focus();
      await clock.advance(ANSWER_MS);
    },
    async blur() {
      clerk.hasFocus = false;
    },
    async switchElsewhere(organization) {
      session()!.organization = organization;
    },
    async revoke() {
      session()!.isLive = false;
    },
    async setPending(isPending) {
      session()!.isPending = isPending;
    },
    async setLifetime(seconds) {
      server.lifetimeMs = seconds * 1000;
    },
    async refuseTokens(status) {
      server.fault = status === 429 ? 'limited' : status === 500 ? 'broken' : 'none';
    },
    async token({template = 'tinybird', skipCache = false} = {}) {
      try {
        const token = await settled(clerk.session!.getToken({template, skipCache}));
        return String(parseJwtClaims(token ?? '')?.scopes[0]?.fixedParams['org']);
      } catch (error) {
        if (!(error instanceof ScriptedClerkError)) throw error;
        return `status ${error.status}`;
      }
    },
    async startToken() {
      // Its end is not what the cases look at.
      clerk.session?.getToken({template: 'tinybird'}).catch(() => undefined);
    },
    advance: (seconds) => clock.advance(seconds * 1000),
    shown: async () => (clerk.session ? (clerk.organization?.slug ?? 'none') : 'signed out'),
    status: async () => clerk.session?.status ?? 'none',
    requests: async () => server.templateRequests,
    heard: async () => heard,
  };
}
