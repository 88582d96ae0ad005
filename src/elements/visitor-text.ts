import type {ChartError, ChartErrorCode} from '../errors/chart-error.js';
import type {StaleReason} from '../query/query-state.js';
import type {ChartState} from './events.js';

/** Sentences for visitors, who can do little about causes; developers read `error.message`. */
export interface VisitorText {
  readonly waiting: string;
  readonly signedOut: string;
  readonly signIn: string;
  readonly noOrganization: string;
  readonly chooseOrganization: string;
  readonly noMemberships: string;
  readonly loading: string;
  readonly empty: string;
  readonly rateLimited: string;
  readonly offline: string;
  readonly failed: string;
  readonly retry: string;
  /** How to read a drawing by keyboard. */
  readonly keys: string;
  /** Name of a table without a heading. */
  readonly table: string;
  readonly moreRows: (count: string) => string;
  readonly omitted: (groups: number) => string;
  /** Series for which a tooltip has no line. */
  readonly moreSeries: (count: number) => string;
  /** Before the sum of a stack. */
  readonly total: string;
  /** Between two steps of a funnel. */
  readonly kept: (share: string) => string;
  readonly errors: Readonly<Partial<Record<ChartErrorCode, string>>>;
  readonly stale: Readonly<Record<StaleReason, string>>;
}

/** The English sentences. */
export const english: VisitorText = {
  waiting: 'Waiting for sign-in to be ready.',
  signedOut: 'Sign in to see this chart.',
  signIn: 'Sign in',
  noOrganization: 'Choose an organization to see this chart.',
  chooseOrganization: 'Your organizations',
  noMemberships: 'You are not a member of any organization yet.',
  loading: 'Loading',
  empty: 'No data for this selection.',
  rateLimited: 'Many requests at the moment. This chart loads in a few seconds.',
  offline: 'You are offline. This chart loads when the connection is back.',
  failed: 'This chart cannot be shown right now.',
  retry: 'Try again',
  keys: 'Arrow keys move from point to point, Enter selects, Escape leaves.',
  omitted: (groups) => `+ ${groups} smaller, not drawn`,
  moreSeries: (count) => `and ${count} more`,
  total: 'Total',
  table: 'Table',
  moreRows: (count) => `Show more (${count} rows left)`,
  kept: (share) => `${share} go on to the next step`,
  errors: {
    'clerk-not-found': 'Sign-in is not available on this page.',
    'tenant-mismatch': 'Your organization is being switched.',
    'pipe-forbidden': 'You do not have access to this data.',
    'token-rejected': 'You do not have access to this data.',
    'jwt-claims': 'You do not have access to this data.',
    'query-timeout': 'The data took too long to arrive.',
    network: 'The data could not be reached.',
    server: 'The data service has a problem. It is tried again.',
    'token-unavailable': 'Sign-in does not answer. It is tried again.',
  },
  stale: {
    loading: 'Updating',
    'rate-limited': 'Updating soon',
    offline: 'Offline',
    error: 'Not up to date',
    waiting: 'Waiting for sign-in',
  },
};

/** The sentence for a state without rows; empty where the drawing speaks for itself. */
export function visitorSentence(
  state: ChartState,
  error: ChartError | null,
  text: VisitorText,
): string {
  switch (state) {
    case 'waiting':
      return error ? (text.errors[error.code] ?? text.waiting) : text.loading;
    case 'signed-out':
      return text.signedOut;
    case 'no-organization':
      return text.noOrganization;
    case 'loading':
      return text.loading;
    case 'empty':
      return text.empty;
    case 'rate-limited':
      return text.rateLimited;
    case 'offline':
      return text.offline;
    case 'error':
      return (error && text.errors[error.code]) ?? text.failed;
    default:
      return '';
  }
}
