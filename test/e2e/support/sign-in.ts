import type {Page} from 'playwright-core';
import type {TestStack} from './test-stack.js';

interface PageClerk {
  readonly loaded: boolean;
  readonly client: {
    readonly signIn: {
      create(credentials: object): Promise<{status: string; createdSessionId: string}>;
    };
  };
  setActive(options: {session?: string; organization?: string | null}): Promise<void>;
  signOut(afterwards: () => void): Promise<void>;
}

/** The page's Clerk, as far as these helpers use it. */
type ClerkWindow = Window & {Clerk?: PageClerk};

/**
 * Signs a person of the stack in through the page's real clerk-js, and makes an organization active
 * when one is given. Waits until the page has a Clerk.
 *
 * @param person First part of the e-mail address, such as `ada`.
 * @param organization Slug or id.
 */
export async function signIn(
  page: Page,
  stack: TestStack,
  person: string,
  organization?: string,
): Promise<void> {
  const user = stack.description.users.find(({email}) => email.startsWith(`${person}@`));
  if (!user) throw new Error(`The stack has no user "${person}".`);
  await page.waitForFunction(() => (window as ClerkWindow).Clerk?.loaded === true);
  const credentials = {strategy: 'password', identifier: user.email, password: user.password};
  await page.evaluate(async (given) => {
    const clerk = (window as ClerkWindow).Clerk!;
    const attempt = await clerk.client.signIn.create(given);
    await clerk.setActive({session: attempt.createdSessionId});
  }, credentials);
  if (organization !== undefined) await selectOrganization(page, organization);
}

/** Makes an organization active by slug or id, or none with null. */
export async function selectOrganization(page: Page, organization: string | null): Promise<void> {
  await page.evaluate(
    (given) => (window as ClerkWindow).Clerk!.setActive({organization: given}),
    organization,
  );
}

/** Signs out of all sessions and stays on the page, where clerk-js would leave for the home page. */
export async function signOut(page: Page): Promise<void> {
  await page.evaluate(() => (window as ClerkWindow).Clerk!.signOut(() => {}));
}
