import {visitorEnglish} from './english.js';

/** Sentences for visitors about what keeps a query from its rows; they come with the code that asks. */
export const englishQuery = {
  waiting: 'Waiting for sign-in to be ready.',
  'signed-out': 'Sign in to see this chart.',
  signIn: 'Sign in',
  'no-organization': 'Choose an organization to see this chart.',
  chooseOrganization: 'Your organizations',
  noMemberships: 'You are not a member of any organization yet.',
  'rate-limited': 'Many requests at the moment. This chart loads in a few seconds.',
  'rate-limited.long': 'No more requests are accepted for now. This chart loads when they are.',
  offline: 'You are offline. This chart loads when the connection is back.',
  'error.clerk-not-found': 'Sign-in is not available on this page.',
  'error.session-pending': 'Finish signing in to see this chart.',
  'error.tenant-mismatch': 'Your organization is being switched.',
  'error.pipe-forbidden': 'You do not have access to this data.',
  'error.token-rejected': 'You do not have access to this data.',
  'error.jwt-claims': 'You do not have access to this data.',
  'error.query-timeout': 'The data took too long to arrive.',
  'error.server': 'The data service has a problem. It is tried again.',
  'error.token-unavailable': 'Sign-in does not answer. It is tried again.',
  'stale.rate-limited': 'Updating soon',
  'stale.offline': 'Offline',
  'stale.waiting': 'Waiting for sign-in',
} as const;

/** Lets visitors be told these; for the code that asks, before it does. */
export function addQueryEnglish(): void {
  Object.assign(visitorEnglish, englishQuery);
}
