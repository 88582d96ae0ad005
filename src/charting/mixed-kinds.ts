import type {ChartInput} from './chart-input.js';
import type {PlotExtra} from './compose-extras.js';
import {buildValueAxis} from './axes.js';
import {buildDatasets, type DrawnDataset} from './datasets.js';
import type {ChartLayout} from './layout.js';
import {drawMarkers, type Highlight} from './marks.js';
import {readGeometry, type ChartGeometrySource, type PlotGeometry} from './plot-geometry.js';
import type {SeriesLook} from './series-look.js';

/** How one series is drawn where series differ. */
export interface SeriesRole {
  readonly type: 'line' | 'area' | 'bar';
  /** True for a series on the scale to the right. */
  readonly isRight: boolean;
  /** True for a series that stands beside the stack. */
  readonly isLoose: boolean;
}

/** Series that are drawn alike, with their places in the whole. */
interface Layer {
  readonly role: SeriesRole;
  readonly members: readonly number[];
  readonly input: ChartInput;
  readonly layout: ChartLayout;
}

/** Draws each series in its own way: lines over bars, a second scale, earlier values over areas. */
export function createMixedKinds(roles: readonly SeriesRole[]): PlotExtra {
  const layersOf = (input: ChartInput, layout: ChartLayout): Layer[] => {
    const keys = roles.map((role) => JSON.stringify(role));
    return [...new Set(keys)].map((key) => {
      const members = keys.flatMap((one, at) => (one === key ? [at] : []));
      const role = roles[members[0] ?? 0] as SeriesRole;
      const flags = {...input.flags, stacked: input.flags.stacked && !role.isLoose};
      return {
        role,
        members,
        // Bars too thin to be told apart are an area.
        layout: {...layout, kind: role.type === 'bar' ? layout.kind : role.type},
        input: {...input, flags, set: pick(input, members)},
      };
    });
  };
  const hasRight = roles.some(({isRight}) => isRight);
  return {
    toDrawn: (input) => ({...input, flags: {...input.flags, horizontal: false}}),
    toPlan(plan, {input, layout, looks, size}) {
      const datasets: DrawnDataset[] = [];
      for (const layer of layersOf(input, layout)) {
        const {members, role} = layer;
        const own = members.map((at) => looks[at] as SeriesLook);
        for (const [place, dataset] of buildDatasets(
          layer.input,
          layer.layout,
          own,
          size,
        ).entries()) {
          const at = members[place] ?? 0;
          datasets[at] = {
            ...dataset,
            yAxisID: role.isRight ? 'right' : 'y',
            // What has a lower order is drawn later.
            order: role.type === 'bar' ? 1 : 0,
            ...(role.isLoose && {stack: `loose ${at}`}),
          };
        }
      }
      if (layout.kind === 'bar') datasets.push(...rims(datasets, input.theme.background));
      const sideOf = (isRight: boolean) =>
        roles.flatMap((role, at) => (role.isRight === isRight ? [at] : []));
      const axisOf = (isRight: boolean) => {
        const members = sideOf(isRight);
        const isFlat = members.some((at) => roles[at]?.type !== 'line');
        const part = {...input, set: pick(input, members)};
        const axis = buildValueAxis(part, {...layout, kind: isFlat ? layout.kind : 'line'}, size);
        const column = part.set.series[0]?.column ?? '';
        const text = input.format.label(column);
        const {muted: color, fontFamily: family, fontSize} = input.theme;
        const font = {family, size: fontSize};
        const title = {display: hasRight && input.flags.axes, text, color, font};
        return {...axis, title};
      };
      const scales = {
        ...plan.options.scales,
        y: axisOf(false),
        ...(hasRight && {right: {...axisOf(true), position: 'right', grid: {display: false}}}),
      };
      return {datasets, options: {...plan.options, scales}};
    },
    toGeometry(geometry, chart, {input, layout}) {
      const places = new Map<number, readonly [PlotGeometry, number]>();
      for (const layer of layersOf(input, layout)) {
        const part = readGeometry(onSide(chart, layer.role), layer.input, layer.layout);
        for (const [place, at] of layer.members.entries()) places.set(at, [part, place]);
      }
      const of = (seriesIndex: number) =>
        places.get(seriesIndex) ?? ([geometry, seriesIndex] as const);
      return {
        ...geometry,
        valuePx: (at, index) => of(at)[0].valuePx(of(at)[1], index),
        point: (at, index) => of(at)[0].point(of(at)[1], index),
        anchor: (at, index) => of(at)[0].anchor(of(at)[1], index),
        seriesAt({y}, index) {
          const distances = input.set.series.map(({name}, at) =>
            input.hidden?.has(name) ? NaN : Math.abs(of(at)[0].valuePx(of(at)[1], index) - y),
          );
          const least = Math.min(...distances.filter((distance) => !Number.isNaN(distance)));
          return distances.indexOf(least);
        },
      };
    },
    paint(context, state, geometry, place) {
      const {input, layout, looks, highlight, selected} = state;
      if (place === 'behind' || layout.kind !== 'bar') return;
      for (const {members, role, ...layer} of layersOf(input, layout)) {
        if (role.type === 'bar') continue;
        const own = members.map((at) => looks[at] as SeriesLook);
        const part = {
          ...geometry,
          point: (at: number, index: number) => geometry.point(members[at] ?? 0, index),
        };
        const mark = (given: Highlight | null) =>
          given && {...given, seriesIndex: members.indexOf(given.seriesIndex)};
        const marks = {highlight: mark(highlight), selected: mark(selected)};
        drawMarkers(context, part, {...state, ...layer, looks: own, ...marks});
      }
    },
  };
}

/** Ground around lines, which sets them off from the bars behind them. */
function rims(datasets: readonly DrawnDataset[], ground: string): DrawnDataset[] {
  return datasets.flatMap((dataset, at) =>
    dataset.type === 'line'
      ? [{...dataset, borderColor: ground, borderWidth: 5, order: 0.5, stack: `rim ${at}`}]
      : [],
  );
}

function pick({set}: ChartInput, members: readonly number[]): ChartInput['set'] {
  return {...set, series: members.flatMap((at) => set.series[at] ?? [])};
}

function onSide(chart: ChartGeometrySource, {isRight}: SeriesRole): ChartGeometrySource {
  const {right, ...scales} = chart.scales;
  return {chartArea: chart.chartArea, scales: isRight && right ? {...scales, y: right} : scales};
}
