import {parseJwtClaims, scopesForPipe} from '../../../src/auth/jwt-claims.js';
import {findOrganizationClaims} from '../../../src/auth/organization-claims.js';
import {NO_FACTS, shownState, type ShownState} from '../../../src/elements/chart-state.js';
import type {DebugFacts, QueryInspection} from '../../../src/elements/debug-facts.js';
import {claimsAt, jwt} from '../../auth/support/jwt.js';
import {FakeTokenSource} from '../../support/fake-token-source.js';

/** When the token of these facts was made. */
export const FACTS_AT_MS = Date.UTC(2026, 0, 1);
const acme = {id: 'org_1', slug: 'acme', name: 'Acme Inc.'};

/** What differs from a chart that works. */
export interface FactsSetUp extends Partial<QueryInspection> {
  readonly shown?: Partial<ShownState>;
  /** Laid over the claims of a good token. */
  readonly payload?: object | null;
  readonly organizationName?: string;
}

/** Facts of a chart for Ada in Acme. */
export function factsWith({shown = {}, payload = {}, ...rest}: FactsSetUp): DebugFacts {
  const claims = payload && parseJwtClaims(jwt(claimsAt(FACTS_AT_MS, payload)));
  const identity = {key: 'ada', userId: 'user_ada', organization: acme};
  const request = {
    source: new FakeTokenSource(),
    host: 'https://api.tinybird.co',
    pipe: 'sales',
    params: {},
    tenancy: 'auto',
    tenantClaim: null,
  } as const;
  const query: QueryInspection = {
    request,
    claims,
    skewMs: 0,
    auth: {status: 'signed-in', identity},
    scopes: claims ? scopesForPipe(claims, 'sales') : [],
    organization: claims ? findOrganizationClaims(claims, 'sales', null) : [],
    pace: null,
    lastStatus: 200,
    requestsInLastMinute: 1,
    intervalMs: Infinity,
    pageIntervalsMs: [Infinity],
    ...rest,
  };
  return {inputs: null, query, shown: {...shownState(NO_FACTS), state: 'error', ...shown}};
}
