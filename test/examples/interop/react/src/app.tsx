import {useState} from 'react';
import type {} from 'tinybird-chart/jsx';
import {TinybirdChart} from 'tinybird-chart/react';

declare global {
  var interopToken: string;
}

const getToken = () => Promise.resolve(globalThis.interopToken);

export function App() {
  const [noLegend, setNoLegend] = useState(true);
  const [params, setParams] = useState({granularity: 'week'});
  const [loaded, setLoaded] = useState<number>();
  const [chosen, setChosen] = useState<unknown>();
  const [isThere, setIsThere] = useState(true);
  const shared = {
    pipe: 'visits_over_time',
    type: 'bar',
    heading: 'Visits',
    noLegend,
    params,
    getToken,
  } as const;
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
      {isThere &&
        (location.search === '?tag' ? (
          <tinybird-chart
            {...shared}
            number-format="decimal"
            refresh-interval="30"
            ontinybird-chart-load={({response}) => setLoaded(response.rows)}
            ontinybird-chart-select={({index}) => setChosen(index)}
          />
        ) : (
          <TinybirdChart
            {...shared}
            numberFormat="decimal"
            refreshInterval={30}
            onLoad={({response}) => setLoaded(response.rows)}
            onSelect={({index}) => setChosen(index)}
          />
        ))}
      <output id="loaded">{loaded}</output>
      <output id="chosen">{String(chosen ?? '')}</output>
    </>
  );
}
