/** @jsxImportSource preact */
// Checked by `tsc` alone: right use compiles, wrong use does not.
import type {} from '../../src/entries/preact.js';
import type {TinybirdChart} from '../../src/define.js';

/** What may be written. */
export const right = [
  <tinybird-chart
    pipe="visits"
    class="wide"
    params={{plan: 'team'}}
    columns={{visits: {label: 'Visits'}}}
    getToken={() => Promise.resolve(null)}
    group-by="country"
    refresh-interval={30}
    no-legend={false}
    param-plan="team"
    ontinybird-chart-load={({response}) => response.rows satisfies number | undefined}
    ontinybird-chart-select={({index}) => index}
    ref={(chart: TinybirdChart | null) => void chart?.refetch()}
  />,
  <tinybird-provider host="https://api.tinybird.co" theme="dark">
    <tinybird-chart pipe="visits" />
  </tinybird-provider>,
];

/** What may not. */
export const wrong = [
  // @ts-expect-error -- no such kind
  <tinybird-chart type="lines" />,
  // @ts-expect-error -- Preact sets the property, which takes an object
  <tinybird-chart params="{}" />,
  // @ts-expect-error -- no such attribute
  <tinybird-chart group_by="country" />,
  // @ts-expect-error -- the event has no such field
  <tinybird-chart ontinybird-chart-load={({row}) => row} />,
  // @ts-expect-error -- a provider draws nothing
  <tinybird-provider pipe="visits" />,
];
