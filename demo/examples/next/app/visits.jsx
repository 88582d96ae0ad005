'use client';
import {useState} from 'react';
import {TinybirdChart} from 'tinybird-chart/react';

export function Visits() {
  const [granularity, setGranularity] = useState('day');
  const [chosen, setChosen] = useState('');
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
        onSelect={({index}) => setChosen(String(index))}
      />
      <output>{chosen}</output>
    </>
  );
}
