import * as fc from 'fast-check';
import type {ChartType} from '../../../../src/elements/chart-settings.js';
import {scene, what, worldSteps, type Scene, type WorldStep} from '../world-steps.js';
import type {ClerkWay} from './element-page.js';

/** One thing that happens to charts, or around them. */
export type ElementStep =
  | WorldStep
  | {
      readonly do: 'mount';
      readonly copy: number;
      readonly place: number;
      readonly type: ChartType;
      readonly pipe: string;
      readonly refreshS: number | null;
      readonly isNear: boolean;
    }
  | {readonly do: 'remove'; readonly chart: number}
  | {readonly do: 'put back'; readonly chart: number; readonly place: number}
  | {readonly do: 'move'; readonly chart: number; readonly place: number}
  | {readonly do: 'show as'; readonly chart: number; readonly type: ChartType}
  | {readonly do: 'ask another pipe'; readonly chart: number; readonly pipe: string}
  | {readonly do: 'ask with'; readonly chart: number; readonly region: string | null}
  | {readonly do: 'scroll to'; readonly chart: number; readonly isNear: boolean}
  | {readonly do: 'press'; readonly chart: number; readonly key: string}
  | {readonly do: 'push a button'; readonly chart: number; readonly button: number}
  | {readonly do: 'ask again'; readonly chart: number}
  | {readonly do: 'export'; readonly chart: number}
  | {readonly do: 'diagnose'; readonly chart: number; readonly isOn: boolean}
  | {readonly do: 'configure'; readonly copy: number; readonly noLegend: boolean};

/** A scene with elements. */
export interface ElementScene extends Scene {
  readonly way: ClerkWay;
}

const TYPES = [
  ...(['auto', 'line', 'area', 'bar', 'bar-list', 'pie', 'donut', 'metric', 'sparkline'] as const),
  ...(['table', 'heatmap', 'funnel'] as const),
];

const chart = fc.nat(3);
const place = fc.nat(2);
const copy = fc.nat(1);
const type = fc.constantFrom<ChartType[]>(...TYPES);
const pipe = fc.constantFrom('sales', 'visits', 'orders');

const mount = fc.record({
  do: what('mount'),
  copy,
  place,
  type,
  pipe,
  refreshS: fc.constantFrom(null, null, 5, 30),
  isNear: fc.oneof({weight: 4, arbitrary: fc.constant(true)}, fc.boolean()),
});

const step: fc.Arbitrary<ElementStep> = fc.oneof(
  ...worldSteps,
  {weight: 6, arbitrary: mount},
  {weight: 2, arbitrary: fc.record({do: what('remove'), chart})},
  {weight: 2, arbitrary: fc.record({do: what('put back'), chart, place})},
  {weight: 2, arbitrary: fc.record({do: what('move'), chart, place})},
  {weight: 2, arbitrary: fc.record({do: what('show as'), chart, type})},
  {weight: 1, arbitrary: fc.record({do: what('show as'), chart, type: what('table')})},
  {weight: 1, arbitrary: fc.record({do: what('ask another pipe'), chart, pipe})},
  {
    weight: 1,
    arbitrary: fc.record({
      do: what('ask with'),
      chart,
      region: fc.constantFrom('north', 'south', null),
    }),
  },
  {weight: 1, arbitrary: fc.record({do: what('scroll to'), chart, isNear: fc.boolean()})},
  {
    weight: 3,
    arbitrary: fc.record({
      do: what('press'),
      chart,
      key: fc.constantFrom('Home', 'ArrowRight', 'Enter', 'Escape'),
    }),
  },
  {weight: 1, arbitrary: fc.record({do: what('push a button'), chart, button: fc.nat(2)})},
  {weight: 1, arbitrary: fc.record({do: what('ask again'), chart})},
  {weight: 1, arbitrary: fc.record({do: what('export'), chart})},
  {weight: 1, arbitrary: fc.record({do: what('diagnose'), chart, isOn: fc.boolean()})},
  {weight: 1, arbitrary: fc.record({do: what('configure'), copy, noLegend: fc.boolean()})},
);

/** A scene and what happens in it; it begins with a chart. */
export const elementStory: fc.Arbitrary<
  readonly [ElementScene, ElementStep, readonly ElementStep[]]
> = fc.tuple(
  fc.tuple(scene, fc.constantFrom<ClerkWay[]>('configure', 'window')).map(([given, way]) => ({
    ...given,
    way,
  })),
  mount,
  fc.array(step, {minLength: 1, maxLength: 30, size: 'max'}),
);
