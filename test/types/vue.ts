// Checked by `tsc` alone: right use compiles, wrong use does not. Templates are checked by vue-tsc
// in test/examples.
import type {GlobalComponents} from 'vue';
import type {} from '../../src/entries/vue.js';

type Chart = InstanceType<GlobalComponents['tinybird-chart']>['$props'];
type Provider = InstanceType<GlobalComponents['tinybird-provider']>['$props'];

/** What may be written; Vue's compiler calls `@tinybird-chart-load` so. */
export const right = [
  {
    pipe: 'visits',
    class: 'wide',
    params: {plan: 'team'},
    getToken: () => Promise.resolve(null),
    'group-by': 'country',
    'refresh-interval': 30,
    noLegend: false,
    'param-plan': 'team',
    onTinybirdChartLoad: ({response}) => response.rows satisfies number | undefined,
    onTinybirdChartSelect: ({index}) => index,
  },
] satisfies Chart[];

/** What may be written of a provider. */
export const rightProvider = {host: 'https://api.tinybird.co', theme: 'dark'} satisfies Provider;

/** What may not. */
export const wrong: Chart[] = [
  // @ts-expect-error -- no such kind
  {type: 'lines'},
  // @ts-expect-error -- Vue sets the property, which takes an object
  {params: '{}'},
  // @ts-expect-error -- no such attribute
  {group_by: 'country'},
  // @ts-expect-error -- Vue would write "false", which HTML takes for on
  {'no-legend': false},
  // @ts-expect-error -- the event has no such field
  {onTinybirdChartLoad: ({row}) => row},
];

/** What may not be written of a provider. */
export const wrongProvider: Provider = {
  // @ts-expect-error -- a provider draws nothing
  pipe: 'visits',
};
