// Points of a cloud are painted by hand: ten thousand objects of Chart.js would make a page stutter.
import {toText} from '../series/cell-value.js';
import type {ValueFormat} from '../series/format-value.js';
import {corners, listPoints, nearestPlace} from './cloud-points.js';
import {withScale, type PlotExtra} from './compose-extras.js';
import {withOpacity} from './css-color.js';
import {drawMarker} from './marks.js';
import type {SeriesLook} from './series-look.js';
import {stampMarker} from './stamp-marker.js';

/** Radii of bubbles, in px; their areas say how large values are. */
const BUBBLE_PX = {min: 2.5, max: 26};

/** What a cloud knows of its points beside x and y. */
export interface CloudOptions {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  /** Size of each row, zero or more; null where all are alike. */
  readonly sizes: Float64Array | null;
  readonly sizeColumn: string | null;
  /** Column that names the points. */
  readonly nameColumn: string | null;
  readonly format: ValueFormat;
}

/** Draws series as points and finds the point nearest to the pointer. */
export function createCloud(options: CloudOptions): PlotExtra {
  const largest = Math.max(0, ...(options.sizes ?? []).filter((size) => !Number.isNaN(size)));
  const radiusPx = (row: number, count: number): number => {
    if (!options.sizes) return count < 300 ? 4 : count < 3000 ? 3 : 2;
    const share = largest > 0 ? Math.max(0, options.sizes[row] ?? 0) / largest : 0;
    return BUBBLE_PX.min + Math.sqrt(Number.isNaN(share) ? 0 : share) * BUBBLE_PX.max;
  };
  return {
    toPlan(plan, {input}) {
      const {theme, format, set} = input;
      const font = {family: theme.fontFamily, size: theme.fontSize};
      const title = (text: string) => ({display: input.flags.axes, text, color: theme.muted, font});
      // Bubbles at the edge have their whole width inside.
      const grace = options.sizes ? '6%' : 0;
      const grid = {display: true, drawTicks: false, color: theme.grid};
      const [first] = set.series;
      const isNumeric = set.index.kind === 'number';
      const x = {
        grid,
        offset: set.index.kind === 'category',
        title: {...title(format.label(set.index.column)), padding: {top: 4}},
        ...(isNumeric && {bounds: 'ticks', min: undefined, max: undefined, grace}),
      };
      const y = {title: title(format.label(first?.column ?? '')), grace};
      const datasets = set.series.map((series) => corners(series.values, input, series.name));
      return withScale(withScale({...plan, datasets}, 'x', x), 'y', y);
    },
    toGeometry: (geometry, _, {input}) => ({
      ...geometry,
      indexAt: (point) => nearestPlace(point, geometry, input),
    }),
    toTooltip(model, input) {
      const item = model.items.find(({isNearest}) => isNearest) ?? model.items[0];
      const series = input.set.series[item?.seriesIndex ?? -1];
      if (!item || !series) return model;
      const {format, rows, sizeColumn, nameColumn} = options;
      const row = rows[series.rows[model.index] ?? -1];
      const name = nameColumn ? toText(row?.[nameColumn]) : (series.group ?? '');
      const {index} = input.set;
      const value = index.values[model.index];
      const place = index.kind === 'number' ? format.full(value, index.column) : model.title;
      const x = `${format.label(index.column)} ${place}`;
      const y = {...item, name: format.label(series.column), isNearest: true};
      const size = sizeColumn && {
        ...item,
        name: format.label(sizeColumn),
        text: format.full(row?.[sizeColumn], sizeColumn),
        isNearest: false,
      };
      const items = size ? [y, size] : [y];
      return {...model, title: name ? `${name} · ${x}` : x, items, more: 0, total: null};
    },
    paint(context, state, geometry, place) {
      if (place === 'behind') return;
      const {input, looks, highlight} = state;
      const points = listPoints(state, geometry);
      const radii = points.map(({row}) => radiusPx(row, points.length));
      // In the order of the rows, so that no series lies on all others.
      const order = [...points.keys()];
      order.sort((left, right) => (points[left]?.row ?? 0) - (points[right]?.row ?? 0));
      if (options.sizes) order.sort((left, right) => (radii[right] ?? 0) - (radii[left] ?? 0));
      const opacity = points.length < 60 ? 0.8 : points.length < 1500 ? 0.6 : 0.35;
      const stamps = looks.map((look): SeriesLook => ({
        ...look,
        color: withOpacity(look.color, opacity),
      }));
      for (const at of order) {
        const point = points[at];
        const look = stamps[point?.seriesIndex ?? -1];
        if (point && look)
          stampMarker(context, point, look, radii[at] ?? 0, options.sizes !== null);
      }
      const look = looks[highlight?.seriesIndex ?? -1];
      if (!highlight || !look) return;
      const row = input.set.series[highlight.seriesIndex]?.rows[highlight.index] ?? -1;
      const at = geometry.point(highlight.seriesIndex, highlight.index);
      const marker = options.sizes ? ('circle' as const) : look.marker;
      drawMarker(
        context,
        at,
        {...look, marker},
        input.theme.background,
        radiusPx(row, points.length) + 2,
      );
    },
  };
}
