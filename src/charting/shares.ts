import type {ValueFormat} from '../series/format-value.js';
import type {Series} from '../series/series-set.js';
import {withScale, type PlotExtra} from './compose-extras.js';

/** Draws a stack as shares of its sum at every place; the tooltip keeps the amounts. */
export function createShares(format: ValueFormat): PlotExtra {
  return {
    toDrawn(input) {
      const {set, hidden} = input;
      const shown = set.series.filter(({name}) => !hidden?.has(name));
      return {...input, set: {...set, series: toShares(set.series, shown)}};
    },
    toPlan(plan, {input, layout}) {
      const hasLoss = input.set.series.some(({values}) => values.some((value) => value < 0));
      const name = layout.isHorizontal ? 'x' : 'y';
      const own = plan.options.scales[name]?.['ticks'] as object;
      return withScale(plan, name, {
        max: 1,
        ...(!hasLoss && {min: 0}),
        ticks: {...own, precision: undefined, callback: (value: number) => format.short(value, '')},
      });
    },
    toTooltip(model) {
      const total = model.items.reduce((sum, {value}) => sum + (Math.abs(value) || 0), 0);
      const items = model.items.map((item) =>
        Number.isNaN(item.value) || total === 0
          ? item
          : {...item, note: format.short(item.value / total, '')},
      );
      return {...model, items};
    },
  };
}

/** Returns values as shares of the sum of what is shown, losses counted by their size. */
function toShares(series: readonly Series[], shown: readonly Series[]): Series[] {
  const count = series[0]?.values.length ?? 0;
  const totals = new Float64Array(count);
  for (const {values} of shown) {
    for (let at = 0; at < count; at += 1)
      totals[at] = (totals[at] ?? 0) + (Math.abs(values[at] ?? 0) || 0);
  }
  return series.map((one) => ({
    ...one,
    values: one.values.map((value, at) => (totals[at] === 0 ? NaN : value / (totals[at] ?? NaN))),
  }));
}
