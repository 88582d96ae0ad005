import type {Page} from 'playwright-core';

interface TokenClerk {
  readonly organization?: {readonly slug: string} | null;
  readonly session: {getToken(options: object): Promise<string>};
}

/** What Clerk itself says and gives at one moment. */
export interface ClerkView {
  /** Slug of the organization that Clerk shows. */
  readonly shown: string | null;
  /** Id of the organization that its token names. */
  readonly named: unknown;
}

/** Asks the page's clerk-js for a template token, as a page without this package would. */
export function askClerk(page: Page, options: object = {}): Promise<ClerkView> {
  return page.evaluate(async (given) => {
    const {Clerk} = window as unknown as {Clerk: TokenClerk};
    const token = await Clerk.session.getToken({template: 'tinybird', ...given});
    const claims = JSON.parse(atob(token.split('.')[1]!.replace(/-/g, '+').replace(/_/g, '/')));
    return {
      shown: Clerk.organization?.slug ?? null,
      named: (claims as {org_id?: unknown}).org_id,
    };
  }, options);
}
