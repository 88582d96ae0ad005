/** @jsxImportSource solid-js */
// Checked by `tsc` alone: right use compiles, wrong use does not.
import type {} from '../../src/entries/solid.js';

/** What may be written. */
export const right = [
  <tinybird-chart
    pipe="visits"
    class="wide"
    params={{plan: 'team'}}
    getToken={() => Promise.resolve(null)}
    prop:columns={{visits: {label: 'Visits'}}}
    prop:refreshInterval={30}
    attr:group-by="country"
    bool:no-legend={false}
    attr:param-plan="team"
    on:tinybird-chart-load={({response}) => response.rows satisfies number | undefined}
    on:tinybird-chart-select={({index}) => index}
  />,
  <tinybird-provider host="https://api.tinybird.co" theme="dark">
    <tinybird-chart pipe="visits" />
  </tinybird-provider>,
];

/** What may not. */
export const wrong = [
  // @ts-expect-error -- no such kind
  <tinybird-chart type="lines" />,
  // @ts-expect-error -- the property takes an object
  <tinybird-chart prop:params="{}" />,
  // @ts-expect-error -- no such property
  <tinybird-chart prop:groups="country" />,
  // @ts-expect-error -- the event has no such field
  <tinybird-chart on:tinybird-chart-load={({row}) => row} />,
  // @ts-expect-error -- a provider draws nothing
  <tinybird-provider pipe="visits" />,
];
