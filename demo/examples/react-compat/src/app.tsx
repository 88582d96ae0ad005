import {useState} from 'react';
import {AreaChart} from 'tinybird-chart/react/compat';

export function App() {
  const [granularity, setGranularity] = useState('day');
  return (
    <>
      <select
        aria-label="Granularity"
        value={granularity}
        onChange={(event) => setGranularity(event.target.value)}
      >
        <option>day</option>
        <option>week</option>
        <option>month</option>
      </select>
      <AreaChart
        endpoint={`${import.meta.env.VITE_TINYBIRD_HOST}/v0/pipes/visits_over_time.json`}
        title="Visits"
        index="time"
        categories={['visits', 'visitors']}
        params={{granularity}}
        height={320}
      />
    </>
  );
}
