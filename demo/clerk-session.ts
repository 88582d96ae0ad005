import type {Clerk} from '@clerk/clerk-js';

declare global {
  interface Window {
    Clerk?: Clerk;
  }
}

const POLL_MS = 50;

let started: Promise<Clerk> | null = null;

/** Resolves with the Clerk that the charts have loaded, once it has started. */
export function startedClerk(): Promise<Clerk> {
  started ??= new Promise((resolve) => {
    const check = () => {
      if (window.Clerk?.loaded) resolve(window.Clerk);
      else setTimeout(check, POLL_MS);
    };
    check();
  });
  return started;
}

/** Who is signed in, and for which organization; calls back at once and on each change. */
export async function onSession(callback: (clerk: Clerk) => void): Promise<void> {
  const clerk = await startedClerk();
  clerk.addListener(({user}) => {
    // Undefined while Clerk is between two sessions.
    if (user !== undefined) callback(clerk);
  });
}

/**
 * Signs in with a password and opens the first organization there is.
 *
 * @throws {Error} when Clerk refuses, in its own words.
 */
export async function signInAs(
  identifier: string,
  password: string,
  organization: string | null,
): Promise<void> {
  const clerk = await startedClerk();
  if (!clerk.client) throw new Error('Clerk has no client.');
  const attempt = await clerk.client.signIn.create({strategy: 'password', identifier, password});
  if (attempt.status !== 'complete') throw new Error(`Sign-in is ${attempt.status ?? 'open'}.`);
  await clerk.setActive({session: attempt.createdSessionId, organization});
}
