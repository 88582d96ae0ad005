import * as fc from 'fast-check';
import {PIPES, scene, what, worldSteps, type Scene, type WorldStep} from './world-steps.js';

/** One thing that happens to a page or around it. */
export type Step =
  | WorldStep
  | {
      readonly do: 'observe';
      readonly pipe: string;
      readonly refreshIntervalMs: number | null;
      readonly onScreen: boolean;
    }
  | {readonly do: 'stop'; readonly chart: number}
  | {readonly do: 'refetch'; readonly chart: number}
  | {readonly do: 'scroll'; readonly chart: number; readonly onScreen: boolean};

const chart = fc.nat(5);

/** Any step, common ones more often. */
const step: fc.Arbitrary<Step> = fc.oneof(
  ...worldSteps,
  {
    weight: 5,
    arbitrary: fc.record({
      do: what('observe'),
      pipe: fc.constantFrom(...PIPES),
      refreshIntervalMs: fc.constantFrom(null, 1_000, 5_000, 30_000),
      onScreen: fc.boolean(),
    }),
  },
  {weight: 2, arbitrary: fc.record({do: what('stop'), chart})},
  {weight: 2, arbitrary: fc.record({do: what('refetch'), chart})},
  {weight: 1, arbitrary: fc.record({do: what('scroll'), chart, onScreen: fc.boolean()})},
);

/** A scene and what happens in it. */
export const story: fc.Arbitrary<readonly [Scene, readonly Step[]]> = fc.tuple(
  scene,
  fc.array(step, {minLength: 1, maxLength: 40, size: 'max'}),
);
