import type {ChartTheme} from '../charting/theme.js';
import {groundBehind} from './ground-behind.js';

/** Entries that glide at most; more would stutter. */
const MAX_ENTRIES = 500;

/** Place in the stack of a row that moves sideways; those that rise are above, by their way in px. */
const ABOVE = 10_000;

/** Ground around a row that moves, in px: some of the gap between rows. */
const CARD_RIM_PX = 3;

/** Where and what an entry of a drawing is. */
export interface Pose {
  readonly element: HTMLElement | SVGElement;
  readonly x: number;
  readonly y: number;
  /** The bar in it; null where it has none. */
  readonly bar: Element | null;
  readonly barPx: number;
  readonly fill: string;
  /** What its `data-` attributes say. */
  readonly data: Readonly<Record<string, string | undefined>>;
}

/** Entries by their keys. */
export type Poses = ReadonlyMap<string, Pose>;

/** How one element goes over to what it is. */
export interface GlideStep {
  readonly element: Element;
  readonly frames: Keyframe[];
}

/** All entries, before and after. */
export interface PoseChange {
  readonly before: Poses;
  readonly after: Poses;
}

/** Says how an entry goes over from its pose before, null for one that is new. */
export type Glides = (before: Pose | null, after: Pose, change: PoseChange) => readonly GlideStep[];

/** Reads the poses of all keyed entries in an element; none where there are too many. */
export function posesIn(container: Element): Poses {
  const entries = container.querySelectorAll<HTMLElement | SVGElement>('[data-key]');
  if (entries.length > MAX_ENTRIES) return new Map();
  const origin = container.getBoundingClientRect();
  return new Map(
    Array.from(entries, (element) => {
      const {left, top} = element.getBoundingClientRect();
      const bar = element.querySelector('.bar');
      const pose = {
        element,
        x: left - origin.left,
        y: top - origin.top,
        bar,
        barPx: bar?.getBoundingClientRect().width ?? 0,
        fill: getComputedStyle(element).backgroundColor,
        data: Object.fromEntries(Object.entries(element.dataset)),
      };
      return [element.dataset['key'] ?? '', pose];
    }),
  );
}

/**
 * Rows of a list: they move to their places, their bars grow and shrink, and new ones fade in. Where
 * two would cross, the one that rises passes over the other, on the ground behind the drawing.
 */
export function glideRows(theme: ChartTheme): Glides {
  let ground = '';
  return (before, {element, x, y, bar, barPx, fill}) => {
    if (!before) return [{element, frames: [{opacity: 0}, {opacity: 1}]}];
    const [dx, dy] = [before.x - x, before.y - y];
    const hasMoved = Math.hypot(dx, dy) >= 1;
    const hasGrown = bar && Math.abs(before.barPx - barPx) >= 0.5;
    // Its own ground, such as that of what is chosen, may let text shine through.
    if (hasMoved) ground ||= groundBehind(element, theme);
    const card = {
      zIndex: Math.max(1, ABOVE + Math.round(dy)),
      backgroundColor: ground,
      backgroundImage: `linear-gradient(${fill}, ${fill})`,
      boxShadow: `0 0 0 ${CARD_RIM_PX}px ${ground}`,
    };
    return [
      ...(hasMoved
        ? [
            {
              element,
              frames: [
                {...card, translate: `${dx}px ${dy}px`},
                {...card, translate: '0px 0px'},
              ],
            },
          ]
        : []),
      ...(hasGrown
        ? [
            {
              element: bar,
              frames: [{inlineSize: `${before.barPx}px`}, {inlineSize: `${barPx}px`}],
            },
          ]
        : []),
    ];
  };
}

/** Cells go over to their colours. */
export const glideCells: Glides = (before, {element, fill}) =>
  before && before.fill !== fill
    ? [{element, frames: [{backgroundColor: before.fill}, {backgroundColor: fill}]}]
    : [];

/** Texts that differ rise into their places: numbers between two true ones would not be true. */
export const glideTexts: Glides = (before, {element, data}) =>
  before && before.data['text'] !== data['text']
    ? [
        {
          element,
          frames: [
            {opacity: 0, translate: '0 0.2em'},
            {opacity: 1, translate: '0 0'},
          ],
        },
      ]
    : [];
