/** A rectangle in px. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A label, with the places it may take, the best first. */
export interface LabelWish {
  readonly width: number;
  readonly height: number;
  readonly candidates: readonly {readonly left: number; readonly top: number}[];
}

/** Costs: a place lower in the list, a point of the data under the label, another label. */
const COST = {order: 0.4, point: 4, label: 1000};

/**
 * Returns a box for each label inside `area`, with as few of `points` under it as can be, and on
 * none of the boxes given before where there is room.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  area: Box,
  points: readonly {readonly x: number; readonly y: number}[],
): Box[] {
  const placed: Box[] = [];
  for (const {width, height, candidates} of wishes) {
    let best: Box | null = null;
    let least = Infinity;
    for (const [order, {left, top}] of candidates.entries()) {
      const box = clampBox({left, top, width, height}, area);
      const under = points.filter((point) => isInside(point, box)).length;
      const others = placed.filter((other) => isOverlapping(box, other)).length;
      const cost = order * COST.order + under * COST.point + others * COST.label;
      if (cost < least) [best, least] = [box, cost];
    }
    if (best) placed.push(best);
  }
  return placed;
}

function clampBox(box: Box, area: Box): Box {
  const right = area.left + area.width - box.width;
  const bottom = area.top + area.height - box.height;
  return {
    ...box,
    left: Math.max(area.left, Math.min(right, box.left)),
    top: Math.max(area.top, Math.min(bottom, box.top)),
  };
}

function isInside({x, y}: {readonly x: number; readonly y: number}, box: Box): boolean {
  const isAcross = x >= box.left && x <= box.left + box.width;
  return isAcross && y >= box.top && y <= box.top + box.height;
}

function isOverlapping(one: Box, other: Box): boolean {
  const isAcross = one.left < other.left + other.width && other.left < one.left + one.width;
  return isAcross && one.top < other.top + other.height && other.top < one.top + one.height;
}
