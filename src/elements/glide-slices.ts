import {slicePath} from '../charting/slices.js';
import type {Glides, GlideStep, PoseChange, Poses} from './glide-poses.js';

/** Shapes between two slices; a browser would draw their arcs as chords in between. */
const SHAPES = 16;

/**
 * Slices (`data-from`, `data-to` in turns) turn to their places and new ones fade in; the gaps between
 * them (`data-from` alone) turn with them. Where slices change places, all fade in, as they would turn
 * across each other.
 */
export function glideSlices(outer: number, inner: number): Glides {
  return (before, {element, data}, change) => {
    if (isReordered(change)) return data['to'] === undefined ? [] : [fadeIn(element)];
    if (!before) return [fadeIn(element)];
    const [from, to] = [Number(data['from']), Number(data['to'])];
    const [oldFrom, oldTo] = [Number(before.data['from']), Number(before.data['to'])];
    if (from === oldFrom && (data['to'] === undefined || to === oldTo)) return [];
    if (data['to'] === undefined) {
      const frames = [{rotate: `${(oldFrom - from) * 360}deg`}, {rotate: '0deg'}];
      return [{element, frames}];
    }
    const frames = Array.from({length: SHAPES + 1}, (_, at) => {
      const mix = (start: number, end: number) => start + ((end - start) * at) / SHAPES;
      const slice = {from: mix(oldFrom, from), to: mix(oldTo, to)};
      return {d: `path('${slicePath(slice, outer, inner)}')`};
    });
    return [{element, frames}];
  };
}

function fadeIn(element: Element): GlideStep {
  return {element, frames: [{opacity: 0}, {opacity: 1}]};
}

/** Tells whether slices that stay follow each other in another order. */
function isReordered({before, after}: PoseChange): boolean {
  const order = (poses: Poses, others: Poses) =>
    [...poses]
      .filter(([key, {data}]) => data['to'] !== undefined && others.has(key))
      .sort(([, one], [, other]) => Number(one.data['from']) - Number(other.data['from']))
      .map(([key]) => key)
      .join('\n');
  return order(before, after) !== order(after, before);
}
