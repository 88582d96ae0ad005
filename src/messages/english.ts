/**
 * Sentences for visitors, who can do little about causes; developers read `error.message`. Those
 * that a chart needs before there are rows: they are part of the first script.
 */
export const english = {
  waiting: 'Waiting for sign-in to be ready.',
  'signed-out': 'Sign in to see this chart.',
  signIn: 'Sign in',
  'no-organization': 'Choose an organization to see this chart.',
  chooseOrganization: 'Your organizations',
  noMemberships: 'You are not a member of any organization yet.',
  loading: 'Loading',
  empty: 'No data for this selection.',
  'rate-limited': 'Many requests at the moment. This chart loads in a few seconds.',
  offline: 'You are offline. This chart loads when the connection is back.',
  failed: 'This chart cannot be shown right now.',
  retry: 'Try again',
  details: 'Details',
  'error.clerk-not-found': 'Sign-in is not available on this page.',
  'error.session-pending': 'Finish signing in to see this chart.',
  'error.tenant-mismatch': 'Your organization is being switched.',
  'error.pipe-forbidden': 'You do not have access to this data.',
  'error.token-rejected': 'You do not have access to this data.',
  'error.jwt-claims': 'You do not have access to this data.',
  'error.query-timeout': 'The data took too long to arrive.',
  'error.network': 'The data could not be reached.',
  'error.server': 'The data service has a problem. It is tried again.',
  'error.token-unavailable': 'Sign-in does not answer. It is tried again.',
  'stale.loading': 'Updating',
  'stale.rate-limited': 'Updating soon',
  'stale.offline': 'Offline',
  'stale.error': 'Not up to date',
  'stale.waiting': 'Waiting for sign-in',
} as const;
