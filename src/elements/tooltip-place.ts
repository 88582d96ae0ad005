/** A size in CSS px. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Between a point and its tooltip, in px; pointers cross it without losing the tooltip. */
export const TOOLTIP_GAP_PX = 12;

/** Between a tooltip and the edge of its bounds, in px. */
const EDGE_PX = 4;

/** Where a tooltip may stand, in px of the viewport. */
export interface TooltipBounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where a tooltip stands, and on which side of its point. */
export interface TooltipPlace {
  readonly left: number;
  readonly top: number;
  readonly side: 'left' | 'right';
}

/**
 * Returns the place of a tooltip beside a point of the viewport: on the wanted side if it fits
 * there, else on the other, and never beyond an edge of the bounds. All in CSS px.
 */
export function tooltipPlace(
  point: {readonly x: number; readonly y: number},
  size: Size,
  bounds: TooltipBounds,
  wanted: 'left' | 'right',
): TooltipPlace {
  const room = {
    left: point.x - bounds.left - TOOLTIP_GAP_PX - EDGE_PX,
    right: bounds.right - point.x - TOOLTIP_GAP_PX - EDGE_PX,
  };
  const other = wanted === 'left' ? 'right' : 'left';
  const side = room[wanted] >= size.width || room[wanted] >= room[other] ? wanted : other;
  const left = side === 'right' ? point.x + TOOLTIP_GAP_PX : point.x - TOOLTIP_GAP_PX - size.width;
  const keep = (start: number, length: number, least: number, most: number) =>
    Math.max(least + EDGE_PX, Math.min(most - EDGE_PX - length, start));
  return {
    side,
    left: keep(left, size.width, bounds.left, bounds.right),
    top: keep(point.y - size.height / 2, size.height, bounds.top, bounds.bottom),
  };
}
