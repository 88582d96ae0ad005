import {useLayoutEffect, useRef, useState} from 'react';
import type {TinybirdChart as ChartElement} from 'tinybird-chart';
import type {} from 'tinybird-chart/jsx';
import {TinybirdChart} from 'tinybird-chart/react';

type Load = HTMLElementEventMap['tinybird-chart-load'];
type Select = HTMLElementEventMap['tinybird-chart-select'];

interface ChartProps {
  readonly noLegend: boolean;
  readonly params: {readonly granularity: string};
  readonly onLoad: (event: Load) => void;
  readonly onSelect: (event: Select) => void;
}

const getToken = () =>
  Promise.resolve((globalThis as unknown as {interopToken: string}).interopToken);

export function App() {
  const [noLegend, setNoLegend] = useState(true);
  const [params, setParams] = useState({granularity: 'week'});
  const [loaded, setLoaded] = useState<number>();
  const [chosen, setChosen] = useState<unknown>();
  const [isThere, setIsThere] = useState(true);
  const Chart = location.search === '?tag' ? Tag : Component;
  return (
    <>
      <button id="legend" onClick={() => setNoLegend(!noLegend)}>
        Legend
      </button>
      <button id="params" onClick={() => setParams({granularity: 'month'})}>
        Months
      </button>
      <button id="remove" onClick={() => setIsThere(false)}>
        Remove
      </button>
      {isThere && (
        <Chart
          noLegend={noLegend}
          params={params}
          onLoad={({response}) => setLoaded(response.rows)}
          onSelect={({index}) => setChosen(index)}
        />
      )}
      <output id="loaded">{loaded}</output>
      <output id="chosen">{String(chosen ?? '')}</output>
    </>
  );
}

function Component(props: ChartProps) {
  return (
    <TinybirdChart
      pipe="visits_over_time"
      type="bar"
      heading="Visits"
      numberFormat="decimal"
      refreshInterval={30}
      getToken={getToken}
      {...props}
    />
  );
}

/** React 18 sets attributes alone: properties and listeners go through the ref. */
function Tag({noLegend, params, onLoad, onSelect}: ChartProps) {
  const chart = useRef<ChartElement>(null);
  useLayoutEffect(() => {
    chart.current!.getToken = getToken;
  }, []);
  useLayoutEffect(() => {
    chart.current!.params = params;
  }, [params]);
  useLayoutEffect(() => {
    const element = chart.current!;
    element.addEventListener('tinybird-chart-load', onLoad);
    element.addEventListener('tinybird-chart-select', onSelect);
    return () => {
      element.removeEventListener('tinybird-chart-load', onLoad);
      element.removeEventListener('tinybird-chart-select', onSelect);
    };
  });
  return (
    <tinybird-chart
      ref={chart}
      pipe="visits_over_time"
      type="bar"
      heading="Visits"
      number-format="decimal"
      refresh-interval="30"
      no-legend={noLegend ? '' : undefined}
    />
  );
}
