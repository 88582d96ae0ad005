import type {ValueFormat} from '../series/format-value.js';
import type {Series} from '../series/series-set.js';
import type {PlotExtra} from './compose-extras.js';
import {withOpacity} from './css-color.js';

/** Line pattern of earlier values, in px. */
const DASH = [5, 4];

/** Earlier values of some series. */
export interface EarlierValues {
  /** For each series drawn, the one whose earlier values it holds; -1 for none. */
  readonly baseOf: readonly number[];
  /** Earlier values of each series drawn, drawn themselves or not. */
  readonly earlier: readonly (Series | null)[];
  readonly format: ValueFormat;
  /** Says at a place of the index which time its earlier values are of; empty for nothing. */
  readonly timeText?: (at: number) => string;
}

/** Draws earlier values in the colour of the present ones, dashed or pale, and tells the change. */
export function createEarlierValues({
  baseOf,
  earlier,
  format,
  timeText = () => '',
}: EarlierValues): PlotExtra {
  const base = (at: number) => baseOf[at] ?? -1;
  const isAlone = baseOf.filter((of) => of === -1).length === 1;
  return {
    toLooks: (looks) =>
      looks.map((look, at) => {
        const of = looks[base(at)];
        const isPlain = of !== undefined || isAlone;
        return of
          ? {...look, color: of.color, marker: of.marker, dash: DASH, isPlain}
          : {...look, isPlain};
      }),
    toPlan(plan, {looks}) {
      const datasets = plan.datasets.map((dataset, at) => {
        const color = looks[at]?.color;
        if (base(at) === -1 || !color) return dataset;
        if (dataset.type === 'line') return {...dataset, borderWidth: 1.5, fill: false};
        const [fill, border] = [withOpacity(color, 0.25), withOpacity(color, 0.85)];
        return {...dataset, backgroundColor: fill, borderColor: border, borderWidth: 1};
      });
      return {...plan, datasets};
    },
    toTooltip(model) {
      const items = model.items.map((item) => {
        const before = earlier[item.seriesIndex];
        const value = before?.values[model.index] ?? NaN;
        if (!before || Number.isNaN(value) || Number.isNaN(item.value)) return item;
        const change = value === 0 ? NaN : (item.value - value) / Math.abs(value);
        const isDrawn = model.items.some(({seriesIndex}) => base(seriesIndex) === item.seriesIndex);
        const parts = [
          ...(Number.isNaN(change) ? [] : [format.change(change)]),
          ...(isDrawn ? [] : [`(${format.full(value, before.column)})`]),
        ];
        return {...item, note: parts.join(' ')};
      });
      const title = [model.title, timeText(model.index)].filter((text) => text !== '').join('\n');
      return {...model, items, title};
    },
  };
}
