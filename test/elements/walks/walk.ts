import type {ChartErrorCode} from '../../../src/errors/chart-error.js';
import {ACME, FakeClerk} from '../../auth/support/fake-clerk.js';
import {FakeClock} from '../../support/fake-clock.js';
import {jsonResponse, type Route} from '../../support/fake-fetch.js';
import {FakeVisitor} from '../../support/fake-visitor.js';
import type {QuerySetUp} from '../../support/query-chart.js';

/** A way from a wrong set-up to what the diagnosis panel says about it. */
export interface Walk {
  readonly name: string;
  readonly setUp: () => QuerySetUp;
  /** Null where nothing fails. */
  readonly code: ChartErrorCode | null;
  /** Part of the next step and of each other cause, in their order; a single one is certain. */
  readonly causes: readonly string[];
  /** Part of a remark besides. */
  readonly note?: string;
}

/** A host that its page has chosen. */
export const CHOSEN = 'https://api.us-east.aws.tinybird.co';

/** A host that its page has listed. */
export const OWN = 'https://stats.acme.test';

/** The id of some workspace. */
export const WORKSPACE = '5c0ffee0-0000-4000-8000-000000000000';

/** Answers every request alike. */
export function answering(status: number, body: unknown = {}): Route {
  return () => jsonResponse(status, body);
}

/** Breaks every connection. */
export const dropping: Route = (request) => {
  request.drop();
  return undefined;
};

/** A page that makes tokens with these claims besides those of a good one. */
export function claiming(claims: object, more: QuerySetUp = {}): QuerySetUp {
  return {
    visitor: new FakeVisitor({workspace_id: WORKSPACE, ...claims}),
    attributes: {host: CHOSEN},
    ...more,
  };
}

/** Claims with one scope. */
export function scoped(fixed_params?: object, resource = 'sales'): object {
  return {scopes: [{type: 'PIPES:READ', resource, fixed_params}]};
}

/** Tokens that Tinybird refuses. */
export function refused(
  claims: object = {},
  attributes: Record<string, string> = {host: CHOSEN},
): QuerySetUp {
  return claiming(claims, {answer: answering(403), attributes});
}

/** A page where Clerk has signed in Ada of Acme, or what `prepare` makes of it. */
export function withClerk(prepare: (clerk: FakeClerk) => void, more: QuerySetUp = {}): QuerySetUp {
  const clerk = new FakeClerk(new FakeClock(Date.now()));
  clerk.signIn('user_ada', ACME);
  prepare(clerk);
  return {clerk, getToken: undefined, ...more};
}
