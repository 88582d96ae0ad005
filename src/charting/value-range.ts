import {Chart} from 'chart.js';
import type {ChartInput} from './chart-input.js';
import {withScale, type PlotExtra} from './compose-extras.js';
import {LogScale} from './log-scale.js';

/** What is left out below this share of the highest value misleads nobody. */
const TRIFLE = 0.1;

/** Where the scale of the values begins and ends; null is found from the values. */
export interface ValueRange {
  readonly isLog: boolean;
  readonly min: number | null;
  readonly max: number | null;
}

/** Sets the scale of the values. What a logarithm does not have, zero and below, is a gap. */
export function createValueRange({isLog, min, max}: ValueRange): PlotExtra {
  if (isLog) Chart.register(LogScale);
  return {
    toDrawn: (input) => (isLog ? withoutLosses(input) : input),
    toPlan(plan, {input, layout}) {
      const name = layout.isHorizontal ? 'x' : 'y';
      const column = input.set.series[0]?.column ?? '';
      const ends = {...(min !== null && {min}), ...(max !== null && {max})};
      if (!isLog) {
        const isMisleading = layout.kind !== 'scatter' && leavesOutMuch(input, min ?? 0);
        const start = {beginAtZero: false, truncated: isMisleading};
        return withScale(plan, name, {...ends, ...(min !== null && start)});
      }
      const own = plan.options.scales[name]?.['ticks'] as object;
      return withScale(plan, name, {
        ...ends,
        type: LogScale.id,
        beginAtZero: false,
        truncated: false,
        grace: 0,
        ticks: {...own, callback: (value: number) => input.format.short(value, column)},
      });
    },
  };
}

/** Tells whether a scale that begins at `min` lacks so much of the highest value that it misleads. */
function leavesOutMuch({set}: ChartInput, min: number): boolean {
  const highest = set.series.reduce(
    (high, {values}) => values.reduce((top, value) => (value > top ? value : top), high),
    -Infinity,
  );
  return min > highest * TRIFLE;
}

function withoutLosses(input: ChartInput): ChartInput {
  const series = input.set.series.map((one) => ({
    ...one,
    values: one.values.map((value) => (value > 0 ? value : NaN)),
  }));
  return {...input, set: {...input.set, series}};
}
