import {addEnglish} from './create-say.js';

/** Words that only some drawings need, or those that a visitor looks into; they come with that code. */
export const englishLate = {
  /** Before the sum of a stack. */
  total: 'Total',
  /** Between two steps of a funnel. */
  kept: '{share} go on to the next step',
  'summary.cells': '{chart}, rows: {rows}, columns: {columns}.',
  'summary.between': '{name}: {lowest} to {highest}.',
  resetZoom: 'Reset zoom',
  clearRange: 'Clear range',
  rangeStart: 'Start of the range',
  rangeEnd: 'End of the range',
  'summary.points': {one: '{chart}, {count} point.', other: '{chart}, {count} points.'},
  'summary.together': '{name} rises with {index}.',
  'summary.opposed': '{name} falls as {index} rises.',
  'summary.unrelated': '{name} and {index} are hardly related.',
  'summary.shares': 'Shown as shares of the sum.',
  'summary.right': 'On the scale to the right: {names}.',
  'summary.truncatedRight': 'The scale to the right does not begin at zero.',
  'summary.truncatedBoth': 'Neither scale begins at zero.',
  'summary.log': 'The scale is logarithmic.',
  'summary.losses': 'Not drawn, because zero or less: {count}.',
  'summary.marked': 'Marked: {marks}.',
} as const;

/** Lets these words be said; for the code that says them, before it does. */
export function addLateEnglish(): void {
  addEnglish(englishLate);
}
