import {useState} from 'react';
import {TinybirdChart} from 'tinybird-chart/react';

export function App() {
  const [granularity, setGranularity] = useState('day');
  const [chosen, setChosen] = useState<unknown>();
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
      <TinybirdChart
        pipe="visits_over_time"
        type="area"
        heading="Visits"
        params={{granularity}}
        onSelect={({index}) => setChosen(index)}
      />
      <output>{String(chosen ?? '')}</output>
    </>
  );
}
