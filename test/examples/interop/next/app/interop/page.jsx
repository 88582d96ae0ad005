'use client';
import {useState} from 'react';
import {TinybirdChart} from 'tinybird-chart/react';

const getToken = () => Promise.resolve(globalThis.interopToken);

export default function Page() {
  const [noLegend, setNoLegend] = useState(true);
  const [params, setParams] = useState({granularity: 'week'});
  const [loaded, setLoaded] = useState('');
  const [chosen, setChosen] = useState('');
  const [isThere, setIsThere] = useState(true);
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
        <TinybirdChart
          pipe="visits_over_time"
          type="bar"
          heading="Visits"
          numberFormat="decimal"
          refreshInterval={30}
          noLegend={noLegend}
          params={params}
          getToken={getToken}
          onLoad={({response}) => setLoaded(response.rows)}
          onSelect={({index}) => setChosen(String(index))}
        />
      )}
      <output id="loaded">{loaded}</output>
      <output id="chosen">{chosen}</output>
    </>
  );
}
