import type {PlacedReference} from '../series/place-references.js';
import type {DrawnState} from './marks-plugin.js';
import {type Box, type LabelWish, placeLabels} from './place-labels.js';
import {inOwnDirection} from './own-direction.js';
import type {PlotGeometry, PlotPoint} from './plot-geometry.js';

/** Room around the text of a label, in px. */
const PADDING_PX = 4;

/** Most points of the data that a label is kept away from. */
const MAX_POINTS = 3000;

/** Writes the labels of marks where the fewest points of the data are under them. */
export function writeLabels(
  context: CanvasRenderingContext2D,
  marks: readonly PlacedReference[],
  boxes: readonly (Box | null)[],
  state: DrawnState,
  geometry: PlotGeometry,
): void {
  const {theme} = state.input;
  const {left, top, right, bottom} = geometry.area;
  const area = {left, top, width: right - left, height: bottom - top};
  context.font = `500 ${theme.fontSize}px ${theme.fontFamily}`;
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  const isRtl = theme.isRightToLeft;
  const wishes: (LabelWish & {readonly text: string})[] = [];
  for (const [at, {label}] of marks.entries()) {
    const box = boxes[at];
    if (!box || label === '') continue;
    const text = inOwnDirection(shorten(context, label, area.width * 0.6), isRtl);
    const width = context.measureText(text).width + PADDING_PX * 2;
    const height = theme.fontSize + PADDING_PX * 2;
    const candidates = candidatesOf(box, width, height, isRtl);
    wishes.push({text, width, height, candidates});
  }
  const placed = placeLabels(wishes, area, pointsOf(state, geometry));
  for (const [at, box] of placed.entries()) {
    context.globalAlpha = 0.82;
    context.fillStyle = theme.background;
    context.beginPath();
    context.roundRect(box.left, box.top + 1, box.width, box.height - 2, 3);
    context.fill();
    context.globalAlpha = 1;
    context.fillStyle = theme.text;
    context.fillText(wishes[at]?.text ?? '', box.left + PADDING_PX, box.top + box.height / 2 + 0.5);
  }
}

function candidatesOf(
  box: Box,
  width: number,
  height: number,
  isRtl: boolean,
): {left: number; top: number}[] {
  const [right, bottom] = [box.left + box.width, box.top + box.height];
  const centre = box.left + box.width / 2 - width / 2;
  const ends = isRtl ? [box.left, right - width, centre] : [right - width, box.left, centre];
  if (box.width > 0 && box.height > 0) {
    const lefts = box.height > box.width ? [centre] : ends;
    return [box.top + 2, bottom - height - 2].flatMap((top) => lefts.map((left) => ({left, top})));
  }
  if (box.width > 0) {
    return [box.top - height - 1, box.top + 2].flatMap((top) => ends.map((left) => ({left, top})));
  }
  const sides = [box.left + 5, box.left - width - 5];
  if (isRtl) sides.reverse();
  if (box.height === 0) {
    const beside = sides.map((left) => ({left, top: box.top - height / 2}));
    return [{left: centre, top: box.top - height - 8}, {left: centre, top: box.top + 8}, ...beside];
  }
  const rows = Array.from({length: 4}, (_, row) => box.top + 2 + row * (height + 2));
  return [...rows, bottom - height - 2].flatMap((top) => sides.map((left) => ({left, top})));
}

/** Points of the data; of bars, some from foot to head. */
function pointsOf({input, layout}: DrawnState, geometry: PlotGeometry): PlotPoint[] {
  const {index, series} = input.set;
  const every = Math.max(1, Math.ceil((index.values.length * series.length) / MAX_POINTS));
  const places = Array.from(
    {length: Math.ceil(index.values.length / every)},
    (_, at) => at * every,
  );
  const tops = series.flatMap((_, at) => places.map((place) => geometry.point(at, place)));
  if (layout.kind !== 'bar') return tops;
  const footPx = geometry.scalePx(0);
  return tops.flatMap(({x, y}) =>
    [0, 0.25, 0.5, 0.75].map((share) =>
      layout.isHorizontal ? {x: x + (footPx - x) * share, y} : {x, y: y + (footPx - y) * share},
    ),
  );
}

function shorten(context: CanvasRenderingContext2D, text: string, widthPx: number): string {
  if (context.measureText(text).width <= widthPx) return text;
  let length = text.length;
  while (length > 1 && context.measureText(`${text.slice(0, length)}…`).width > widthPx)
    length -= 1;
  return `${text.slice(0, length).trimEnd()}…`;
}
