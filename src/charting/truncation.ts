import type {Chart} from 'chart.js';

/**
 * Tells whether a scale of a chart leaves out zero where the heights of what is drawn are compared:
 * `truncated` of its options says that it may, and its ends whether it does.
 */
export function isTruncated({scales}: Pick<Chart, 'scales'>): boolean {
  return Object.values(scales).some(({options, min, max}) => {
    const {truncated} = options as {readonly truncated?: boolean};
    return truncated && !(min * max <= 0);
  });
}
