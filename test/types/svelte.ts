// Checked by `tsc` alone: right use compiles, wrong use does not. Templates are checked by
// svelte-check in test/examples.
import type {SvelteHTMLElements} from 'svelte/elements';
import type {} from '../../src/entries/svelte.js';

type Chart = SvelteHTMLElements['tinybird-chart'];
type Provider = SvelteHTMLElements['tinybird-provider'];

/** What may be written. */
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
    'ontinybird-chart-load': ({response}) => response.rows satisfies number | undefined,
    'on:tinybird-chart-select': ({index}) => index,
  },
] satisfies Chart[];

/** What may be written of a provider. */
export const rightProvider = {host: 'https://api.tinybird.co', theme: 'dark'} satisfies Provider;

/** What may not. */
export const wrong: Chart[] = [
  // @ts-expect-error -- no such kind
  {type: 'lines'},
  // @ts-expect-error -- Svelte sets the property, which takes an object
  {params: '{}'},
  // @ts-expect-error -- no such attribute
  {group_by: 'country'},
  // @ts-expect-error -- Svelte would write "false", which HTML takes for on
  {'no-legend': false},
  // @ts-expect-error -- the event has no such field
  {'ontinybird-chart-load': ({row}) => row},
];

/** What may not be written of a provider. */
export const wrongProvider: Provider = {
  // @ts-expect-error -- a provider draws nothing
  pipe: 'visits',
};
