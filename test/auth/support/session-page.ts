import {ClerkSessionSource} from '../../../src/auth/clerk-session-source.js';
import type {AccessToken, TokenRequest} from '../../../src/auth/token-source.js';
import {FakeActivity} from '../../support/fake-activity.js';
import {FakeClock} from '../../support/fake-clock.js';
import {FakeClerk} from './fake-clerk.js';

/** Builds a token request for the pipe `sales`. */
export function request(more: Partial<TokenRequest> = {}): TokenRequest {
  const signal = new AbortController().signal;
  return {pipe: 'sales', tenancy: 'auto', tenantClaim: null, signal, ...more};
}

/** A page with a started Clerk and one source of its tokens. */
export function sessionPage(setUp: (clerk: FakeClerk) => void = (clerk) => clerk.signIn()) {
  const clock = new FakeClock();
  const activity = new FakeActivity();
  const clerk = new FakeClerk(clock);
  setUp(clerk);
  const source = new ClerkSessionSource({key: 'k', clerk, template: 'tinybird', clock, activity});
  return {clock, activity, clerk, source};
}

/** Returns the organization that the scopes of a token name. */
export function organizationOf(token: AccessToken): unknown {
  return token.claims?.scopes[0]?.fixedParams['org'];
}

/** Returns the code that `promise` rejects with, or 'none'. */
export async function codeOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
    return 'none';
  } catch (error) {
    return (error as {code?: unknown}).code ?? error;
  }
}
