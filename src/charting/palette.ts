// Found by search, not by eye: every colour is at least 3:1 on its ground, and they stay
// apart for readers with protanopia, deuteranopia and tritanopia (simulated after Machado et al.,
// 2009). The tests do the sums again. Order matters: the first four are the furthest apart.

/** Series colours on a light ground. */
export const LIGHT_PALETTE: readonly string[] = [
  '#4d79e5',
  '#e37012',
  '#05715f',
  '#a15d9f',
  '#885203',
  '#6446b7',
  '#c67e87',
  '#169dd0',
];

/** Series colours on a dark ground. */
export const DARK_PALETTE: readonly string[] = [
  '#4991e5',
  '#f59051',
  '#5fefbb',
  '#af6f8e',
  '#f3ce52',
  '#c6befe',
  '#ca672a',
  '#09bbbe',
];

/** Shapes of the markers on lines, told apart without colour. */
export const MARKERS = ['circle', 'square', 'triangle', 'diamond', 'cross', 'ring'] as const;

/** A marker's shape. */
export type Marker = (typeof MARKERS)[number];

/** Line patterns in px on and off, told apart without colour; the first is solid. */
export const DASHES: readonly (readonly number[])[] = [
  [],
  [8, 4],
  [2, 3],
  [12, 3, 2, 3],
  [5, 5],
  [16, 4],
];
