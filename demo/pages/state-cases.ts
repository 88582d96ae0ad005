import type {FaultRule} from '../stack/faults.js';

/** A state that a chart can be brought into on the states page. */
export interface StateCase {
  readonly id: string;
  readonly title: string;
  /** What happens and what a page's author can do about it. */
  readonly text: string;
  /** Attributes of the chart; its heading is the title unless given here. */
  readonly attributes: Readonly<Record<string, string>>;
  /** What the stand-in answers while the fault is applied; absent where the tag is the fault. */
  readonly fault?: FaultRule;
  /** Whether rows are on screen when the fault strikes. @default false */
  readonly keepsRows?: boolean;
}

const line = (pipe: string, index: string, categories: string) => ({
  pipe,
  type: 'line',
  index,
  categories,
});

/** Faults of the service, of the network and of its answers, to apply and to heal. */
export const FAULT_CASES: readonly StateCase[] = [
  {
    id: 'slow',
    title: 'Slow answer',
    text: 'The skeleton keeps the place; nothing jumps when the rows arrive.',
    attributes: {pipe: 'devices', type: 'bar', index: 'device', categories: 'visits'},
    fault: {latencyMs: 8000},
  },
  {
    id: 'rate-limit-told',
    title: '429 with Retry-After',
    text: 'Where the page may read it, waited out to the second. Every chart of the page waits, as they share one limit.',
    attributes: {pipe: 'top_countries', type: 'bar', index: 'country', categories: 'visits'},
    fault: {
      status: 429,
      headers: {'Retry-After': '5', 'Access-Control-Expose-Headers': 'Retry-After'},
      times: 2,
    },
  },
  {
    id: 'rate-limit-untold',
    title: '429 without Retry-After',
    text: 'The wait grows with each refusal, with jitter, until it succeeds.',
    attributes: {pipe: 'referrers', type: 'bar', index: 'referrer', categories: 'visits'},
    fault: {status: 429, times: 3},
  },
  {
    id: 'server',
    title: 'Server error 500',
    text: 'Tried again by itself with growing waits, until it heals.',
    attributes: line('revenue_over_time', 'time', 'revenue'),
    fault: {status: 500},
  },
  {
    id: 'forbidden',
    title: 'Refused with 403',
    text: 'The token is renewed once; then the details rank the likely causes.',
    attributes: line('visits_over_time', 'time', 'visits'),
    fault: {status: 403, body: {error: 'The token has no access to this pipe'}},
  },
  {
    id: 'not-found',
    title: 'Not found 404',
    text: 'The pipe is not published in this workspace, or the host is of another region.',
    attributes: line('error_rate_over_time', 'time', 'error_rate'),
    fault: {status: 404},
  },
  {
    id: 'timeout',
    title: 'Query took too long, 408',
    text: 'Tried again, but fewer times: the pipe needs an index or a shorter window.',
    attributes: line('latency_percentiles', 'time', 'p50,p90,p99'),
    fault: {status: 408},
  },
  {
    id: 'drop',
    title: 'Connection dropped',
    text: 'A failed fetch. It heals by itself when the connection is back.',
    attributes: line('daily_active_users', 'date', 'active_users'),
    fault: {fault: 'drop'},
  },
  {
    id: 'garbage',
    title: 'Body that is no JSON',
    text: 'A proxy or a sign-in page answered in place of the service.',
    attributes: {pipe: 'top_pages', type: 'bar', index: 'page', categories: 'views'},
    fault: {fault: 'garbage'},
  },
  {
    id: 'stale',
    title: 'Rows stay while refetching fails',
    text: 'Polls every 3 s. Apply the fault: the drawing stays and its status says why it is old.',
    attributes: {...line('live_visits', 'time', 'views'), 'refresh-interval': '3'},
    fault: {status: 503},
    keepsRows: true,
  },
];

/** Mistakes in a tag or a set-up, as their charts report them. */
export const MISTAKE_CASES: readonly StateCase[] = [
  {
    id: 'empty',
    title: 'No rows',
    text: 'The pipe answered with columns and no rows.',
    attributes: {pipe: 'nothing_yet', type: 'line'},
  },
  {
    id: 'missing-pipe',
    title: 'Pipe attribute missing',
    text: 'Nothing is asked for.',
    attributes: {heading: 'No pipe'},
  },
  {
    id: 'unknown-pipe',
    title: 'Pipe without a scope',
    text: 'The JWT template grants no scope for this name; claims decide, no request is wasted.',
    attributes: {pipe: 'no_such_pipe', type: 'line'},
  },
  {
    id: 'bad-params',
    title: 'Params that are no JSON',
    text: 'The message says where the text stops being JSON.',
    attributes: {pipe: 'visits_over_time', params: '{granularity: day}'},
  },
  {
    id: 'refused-params',
    title: 'Value the pipe refuses',
    text: 'The pipe checks granularity and answers 400 in its own words.',
    attributes: {pipe: 'visits_by_country_over_time', 'param-granularity': 'fortnight'},
  },
  {
    id: 'missing-column',
    title: 'Column that is not there',
    text: 'The message lists the columns that are.',
    attributes: {pipe: 'events_by_type_over_time', index: 'time', categories: 'revenu'},
  },
  {
    id: 'wrong-key',
    title: 'Template signed with another key',
    text: "The signing key in Clerk must be the text of the workspace's admin token.",
    attributes: {pipe: 'retention', 'jwt-template': 'tinybird_wrong_key'},
  },
  {
    id: 'no-scope',
    title: 'Template without scopes',
    text: 'Found in the claims, before anything is asked for.',
    attributes: {pipe: 'revenue_by_plan', 'jwt-template': 'tinybird_no_scope'},
  },
  {
    id: 'no-template',
    title: 'Template that does not exist',
    text: 'Create it in the dashboard of Clerk, or name another one.',
    attributes: {pipe: 'signup_funnel', 'jwt-template': 'analytics'},
  },
  {
    id: 'wrong-host',
    title: 'Host that tokens must not go to',
    text: 'Markup cannot send a token to a stranger: only code can list another host.',
    attributes: {pipe: 'activity_heatmap', host: 'https://example.com'},
  },
  {
    id: 'debug',
    title: 'Debug panel',
    text: 'Host, identity, claims, limits and the next step; never the token.',
    attributes: {pipe: 'kpis', type: 'table', debug: ''},
  },
];
