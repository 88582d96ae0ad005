/** A pipe of the demo project with the attributes that draw it well. */
export interface CataloguedPipe {
  readonly pipe: string;
  /** Title in the reader's words. */
  readonly heading: string;
  /** Attributes of `<tinybird-chart>` besides `pipe` and `heading`. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** Names of organizations as `org_id` columns and the `org` parameter hold them, largest first. */
export const ORGANIZATION_SLUGS = ['acme', 'globex', 'initech', 'umbrella', 'hooli'] as const;

/** The organization without a single event: every safe pipe answers it with no rows. */
export const EMPTY_ORGANIZATION_SLUG = 'hooli';

/** A pipe that leaks across organizations on purpose, to show what not to do. */
export const UNSAFE_PIPE = 'clerk_template_shape';

/** The pipe that the public token reads; it mixes all organizations and takes no parameter. */
export const PUBLIC_PIPE = 'public_activity';

/** The data source that grows through the Events API. */
export const LIVE_DATASOURCE = 'live_events';

/** Every endpoint of the demo project, in the order a visitor would want to see them. */
export const CATALOGUE: readonly CataloguedPipe[] = [
  {
    pipe: 'visits_over_time',
    heading: 'Visits',
    attributes: {type: 'area', index: 'time', categories: 'visits'},
  },
  {
    pipe: 'kpis',
    heading: 'Visits, last 30 days',
    attributes: {type: 'metric', categories: 'current', 'param-metric': 'visits'},
  },
  {
    pipe: 'visits_by_country_over_time',
    heading: 'Visits by country',
    attributes: {
      type: 'line',
      index: 'time',
      categories: 'visits',
      'group-by': 'country',
      top: '5',
    },
  },
  {
    pipe: 'events_by_type_over_time',
    heading: 'What people do',
    attributes: {
      type: 'bar',
      index: 'time',
      categories: 'events',
      'group-by': 'event',
      stacked: '',
    },
  },
  {
    pipe: 'top_pages',
    heading: 'Most viewed pages',
    attributes: {type: 'bar-list', index: 'page', categories: 'views', 'param-limit': '10'},
  },
  {
    pipe: 'top_countries',
    heading: 'Countries',
    attributes: {type: 'bar', index: 'country', categories: 'visits', horizontal: ''},
  },
  {
    pipe: 'devices',
    heading: 'Devices',
    attributes: {type: 'donut', index: 'device', categories: 'visits'},
  },
  {
    pipe: 'referrers',
    heading: 'Where visits come from',
    attributes: {type: 'pie', index: 'referrer', categories: 'visits'},
  },
  {
    pipe: 'revenue_over_time',
    heading: 'Revenue',
    attributes: {type: 'bar', index: 'time', categories: 'revenue', 'number-format': 'decimal'},
  },
  {
    pipe: 'revenue_by_plan',
    heading: 'Revenue by plan',
    attributes: {type: 'donut', index: 'plan', categories: 'revenue'},
  },
  {
    pipe: 'signup_funnel',
    heading: 'From visit to subscription',
    attributes: {type: 'funnel', index: 'step', categories: 'visits'},
  },
  {
    pipe: 'activity_heatmap',
    heading: 'Busy hours',
    attributes: {type: 'heatmap', index: 'hour', categories: 'events', 'group-by': 'weekday'},
  },
  {
    pipe: 'daily_active_users',
    heading: 'Daily active users',
    attributes: {type: 'line', index: 'date', categories: 'active_users'},
  },
  {
    pipe: 'retention',
    heading: 'Weekly retention',
    attributes: {
      type: 'heatmap',
      index: 'week_no',
      categories: 'percent_active',
      'group-by': 'cohort',
    },
  },
  {
    pipe: 'live_visits',
    heading: 'Right now',
    attributes: {type: 'area', index: 'time', categories: 'views', 'refresh-interval': '5'},
  },
  {
    pipe: 'latency_percentiles',
    heading: 'Response times',
    attributes: {
      type: 'line',
      index: 'time',
      categories: 'p50,p90,p99',
      'number-format': 'duration',
    },
  },
  {
    pipe: 'error_rate_over_time',
    heading: 'Failed actions, percent',
    attributes: {type: 'sparkline', index: 'time', categories: 'error_rate'},
  },
  {
    pipe: 'raw_latency',
    heading: 'Every response, 100,000 points',
    attributes: {
      type: 'line',
      index: 'timestamp',
      categories: 'duration_ms',
      'number-format': 'duration',
    },
  },
  {pipe: 'events_wide', heading: 'Latest events', attributes: {type: 'table'}},
  {pipe: 'all_types', heading: 'Every type of column', attributes: {type: 'table'}},
  {pipe: 'visits', heading: 'Visits, one by one', attributes: {type: 'table'}},
  {pipe: 'nothing_yet', heading: 'Nothing yet', attributes: {type: 'line'}},
  {
    pipe: PUBLIC_PIPE,
    heading: 'Visits to all our customers',
    attributes: {type: 'area', index: 'date', categories: 'visits'},
  },
  {
    pipe: UNSAFE_PIPE,
    heading: 'An unsafe pipe',
    attributes: {type: 'line', index: 'date', categories: 'visits'},
  },
];
