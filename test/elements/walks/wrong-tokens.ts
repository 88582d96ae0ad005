import {claimsAt, jwt} from '../../auth/support/jwt.js';
import type {QuerySetUp} from '../../support/query-chart.js';
import {
  answering,
  CHOSEN,
  claiming,
  refused,
  scoped,
  type Walk,
  withClerk,
  WORKSPACE,
} from './walk.js';

const REFUSALS = ['signing key', '`workspace_id`', 'no endpoint "sales"'];
const NO_ORGANIZATION = ['Another tab has left the organization', 'shortcode without a value'];

const publicToken = (token: string, more: QuerySetUp = {}) =>
  withClerk((clerk) => clerk.signOut(), {token, attributes: {host: CHOSEN}, ...more});

/** Mistakes in the JWT template, the signing key and the public token. */
export const wrongTokens: readonly Walk[] = [
  {
    name: 'no JWT template',
    setUp: () =>
      withClerk(({answers}) => {
        const error = Object.assign(new Error('Not found'), {status: 404});
        for (let at = 0; at < 5; at += 1) answers.push(() => Promise.reject(error));
      }),
    code: 'jwt-template-missing',
    causes: ['no JWT template "tinybird"'],
  },
  {name: 'another signing key', setUp: refused, code: 'token-rejected', causes: REFUSALS},
  {
    name: "a user's admin token as signing key, which looks the same",
    setUp: refused,
    code: 'token-rejected',
    causes: ['the admin token of a user is refused in the same way', '`workspace_id`', 'sales'],
  },
  {
    name: 'a token that Clerk signs with its own key',
    setUp: () =>
      claiming(
        {},
        {
          answer: answering(403),
          getToken: () => Promise.resolve(jwt(claimsAt(Date.now(), {name: 'rs'}), {alg: 'RS256'})),
        },
      ),
    code: 'token-rejected',
    causes: ['signed by RS256'],
  },
  {
    name: 'no scope for this pipe',
    setUp: () => claiming(scoped({}, 'top_pages')),
    code: 'jwt-claims',
    causes: ['"resource": "sales"'],
  },
  {
    name: 'no lifetime',
    setUp: () => claiming({exp: undefined}),
    code: 'jwt-claims',
    causes: ['no `exp`'],
  },
  {
    name: 'no workspace',
    setUp: () => claiming({workspace_id: undefined}),
    code: 'jwt-claims',
    causes: ['no `workspace_id`'],
  },
  {
    name: 'a placeholder for the workspace',
    setUp: () => refused({workspace_id: 'your_workspace_id'}),
    code: 'token-rejected',
    causes: ['"your_workspace_id"'],
  },
  {
    name: 'another workspace',
    setUp: () => refused({workspace_id: WORKSPACE.replace('5c', 'ab')}),
    code: 'token-rejected',
    causes: ['signing key', 'ab0ffee0-', 'sales'],
  },
  {
    name: 'no organization in the token',
    setUp: () => withClerk((clerk) => (clerk.moreClaims = scoped())),
    code: 'jwt-claims',
    causes: ['does not name the organization'],
  },
  ...[null, 'null', 'none', ''].map((org) => ({
    name: `${JSON.stringify(org)} for the active organization`,
    setUp: () => withClerk((clerk) => (clerk.moreClaims = scoped({org}))),
    code: 'no-organization' as const,
    causes: NO_ORGANIZATION,
  })),
  {
    name: 'null for the organization from a server of the page',
    setUp: () => claiming(scoped({org: null})),
    code: 'no-organization',
    causes: ['which is no organization'],
  },
  {
    name: 'one organization for all',
    setUp: () => withClerk((clerk) => (clerk.moreClaims = scoped({org: 'globex'}))),
    code: 'tenant-mismatch',
    causes: ['Another tab has switched', 'constant', 'tenant-claim'],
  },
  {
    name: 'a public token that has expired',
    setUp: () => publicToken(jwt(claimsAt(Date.now() - 120_000))),
    code: 'token-unavailable',
    causes: ['has expired: put a new one', "device's clock is ahead"],
  },
  {
    name: 'a public token without the scope',
    setUp: () => publicToken('p.eyJ1IjoiMSJ9.c2lnbmF0dXJl', {answer: answering(403)}),
    code: 'token-rejected',
    causes: ['PIPES:READ', 'deleted or refreshed', 'another workspace or region'],
  },
  {
    name: 'something that is no token',
    setUp: () => publicToken('undefined', {answer: answering(403)}),
    code: 'token-rejected',
    causes: ['neither a JWT nor'],
  },
];
