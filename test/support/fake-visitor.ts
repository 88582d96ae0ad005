import type {GetTokenRequest} from '../../src/auth/get-token-source.js';
import {claimsAt, jwt} from '../auth/support/jwt.js';

let lastVisitor = 0;

/** A visitor of a page that gives tokens by `getToken`. Each has a rate limit of their own. */
export class FakeVisitor {
  /** What the page's function was asked. */
  readonly asked: GetTokenRequest[] = [];
  /** Laid over the claims of a good token; null once the visitor has signed out. */
  claims: object | null;
  readonly #name = `visitor_${(lastVisitor += 1)}`;
  #tokens = 0;

  constructor(claims: object = {}) {
    this.claims = claims;
  }

  /** To be set as the property of the same name. */
  readonly getToken = (request: GetTokenRequest): Promise<string | null> => {
    this.asked.push(request);
    if (!this.claims) return Promise.resolve(null);
    this.#tokens += 1;
    const passing = {name: this.#name, jti: this.#tokens};
    return Promise.resolve(jwt(claimsAt(Date.now(), {...passing, ...this.claims})));
  };
}

/** Claims of a visitor in the organization with this slug. */
export function inOrganization(slug: string, subject = 'user_ada'): object {
  const scope = {type: 'PIPES:READ', resource: 'sales', fixed_params: {org: slug}};
  return {sub: subject, scopes: [scope]};
}
