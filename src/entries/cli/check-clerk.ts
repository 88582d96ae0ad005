import {errors, jwtVerify} from 'jose';
import {frontendApiOf} from '../../auth/clerk-origin.js';
import {ChartError} from '../../errors/chart-error.js';
import {ok, problem, type Check} from './check.js';
import {ClerkRefusalError, createToken, type ClerkAccess} from './clerk-api.js';

/** Looks at a publishable key, and whether the secret one is of the same kind of instance. */
export function checkPublishableKey(key: string, secretKey: string | null): Check {
  const host = clerkHostOf(key);
  if (host === null) {
    const fix = "Copy pk_test_… or pk_live_… from Clerk's dashboard, whole.";
    return problem('publishable-key', 'failed', 'it is no key of Clerk', fix);
  }
  const kind = (text: string) => (text.includes('_live_') ? 'production' : 'development');
  if (secretKey !== null && kind(key) !== kind(secretKey)) {
    const finding = `it is of the ${kind(key)} instance, and the secret key of ${kind(secretKey)}`;
    const fix = 'Use both keys of one instance: each has templates of its own.';
    return problem('publishable-key', 'failed', finding, fix);
  }
  return ok('publishable-key', `of ${host}`);
}

/** Host of Clerk's Frontend API by a publishable key; null for what is none. */
export function clerkHostOf(key: string): string | null {
  try {
    return frontendApiOf(key);
  } catch (error) {
    if (error instanceof ChartError) return null;
    throw error;
  }
}

/** What is needed to prove what a template signs with. */
export interface SigningKeyQuestion {
  readonly access: ClerkAccess;
  readonly template: string;
  /** Null where nobody named a session. */
  readonly sessionId: string | null;
  /** The workspace admin token; null where it is not known. */
  readonly token: string | null;
}

/** Has Clerk sign a token, and checks it with the key that Tinybird has; it is sent nowhere. */
export async function checkSigningKey(question: SigningKeyQuestion): Promise<Check> {
  const {access, template, sessionId, token} = question;
  if (sessionId === null || token === null) {
    const finding = 'Clerk does not show signing keys';
    const fix =
      'To prove it, add --session with `Clerk.session.id` from the console of a page that is signed in.';
    return problem('signing-key', 'unknown', finding, fix);
  }
  try {
    const jwt = await createToken(access, sessionId, template);
    await jwtVerify(jwt, new TextEncoder().encode(token), {algorithms: ['HS256']});
    return ok('signing-key', 'the workspace admin token');
  } catch (error) {
    if (error instanceof ClerkRefusalError) {
      const fix = 'Give the id of a session that is live in this application.';
      return problem('signing-key', 'unknown', error.message, fix);
    }
    if (!(error instanceof errors.JOSEError)) throw error;
    const fix = 'Run `npx tinybird-chart init`, which writes the workspace admin token as key.';
    return problem(
      'signing-key',
      'failed',
      'Clerk signs with another key than Tinybird checks',
      fix,
    );
  }
}
