import type {Chart} from 'chart.js';

/** Which scale leaves out zero: the one of all values or of the left, that to the right, or both. */
export type TruncatedScale = 'first' | 'right' | 'both';

/**
 * Returns which scale of a chart leaves out zero where the heights of what is drawn are compared, or
 * null: `truncated` of its options says that it may, and its ends whether it does.
 */
export function truncatedScale({scales}: Pick<Chart, 'scales'>): TruncatedScale | null {
  const sides = Object.values(scales).flatMap(({options, min, max, id}) => {
    const {truncated} = options as {readonly truncated?: boolean};
    return truncated && !(min * max <= 0) ? id : [];
  });
  const [side, other] = sides;
  if (side === undefined) return null;
  if (other !== undefined) return 'both';
  return side === 'right' ? side : 'first';
}
