// Chart.js would make an object per point to draw a marker; these few are drawn by hand.

import type {Series} from '../series/series-set.js';
import type {ChartInput} from './chart-input.js';
import type {ChartLayout} from './layout.js';
import type {DrawnState} from './marks-plugin.js';
import type {Marker} from './palette.js';
import type {PlotGeometry, PlotPoint} from './plot-geometry.js';
import type {SeriesLook} from './series-look.js';

/** Radius of a marker, in px. */
const MARKER_PX = 4;

/** Radius of the markers that tell lines apart, in px. */
const SMALL_MARKER_PX = 3.2;

/** Markers on one line; enough to follow it, too few to clutter it. */
const MARKERS_PER_LINE = 5;

/** Most points that may be looked at for being alone between gaps. */
const MAX_LONE_POINTS = 500;

/** A place shown by pointer, keyboard or a linked chart. */
export interface Highlight {
  readonly index: number;
  /** -1 when no series is singled out. */
  readonly seriesIndex: number;
}

/** Draws what lies behind the data: the crosshair of a line, the band of a bar; bold if chosen. */
export function drawHighlight(
  context: CanvasRenderingContext2D,
  input: ChartInput,
  layout: ChartLayout,
  geometry: PlotGeometry,
  {index}: Highlight,
  isSelected = false,
): void {
  const {left, right, top, bottom} = geometry.area;
  const along = geometry.indexPx(index);
  if (layout.kind === 'scatter') return;
  context.save();
  if (layout.kind === 'bar') {
    const widthPx = Math.max(
      2,
      Math.abs(geometry.indexPx(1) - geometry.indexPx(0)) || right - left,
    );
    context.fillStyle = input.theme.text;
    context.globalAlpha = isSelected ? 0.16 : 0.06;
    if (layout.isHorizontal) context.fillRect(left, along - widthPx / 2, right - left, widthPx);
    else context.fillRect(along - widthPx / 2, top, widthPx, bottom - top);
  } else {
    context.strokeStyle = isSelected ? input.theme.text : input.theme.axis;
    context.beginPath();
    context.moveTo(Math.round(along) + 0.5, top);
    context.lineTo(Math.round(along) + 0.5, bottom);
    context.stroke();
  }
  context.restore();
}

/** Draws what lies on the data: points between gaps, markers that tell lines apart, the highlight. */
export function drawMarkers(
  context: CanvasRenderingContext2D,
  geometry: PlotGeometry,
  {input, layout, looks, highlight, selected, emphasis}: DrawnState,
): void {
  if (layout.kind === 'bar' || layout.kind === 'scatter') return;
  const {series} = input.set;
  const shown = series.flatMap(({name}, at) => (input.hidden?.has(name) ? [] : [at]));
  for (const [order, at] of shown.entries()) {
    const look = looks[at] as SeriesLook;
    if (emphasis !== null && look.name !== emphasis) continue;
    const lone = lonePlaces(series[at] as Series);
    const isApart = shown.length > 1 && !look.isPlain;
    const apart = isApart ? spreadPlaces(series[at] as Series, order / shown.length) : [];
    for (const place of [...lone, ...apart]) {
      drawMarker(context, geometry.point(at, place), look, input.theme.background, SMALL_MARKER_PX);
    }
    if (selected?.seriesIndex === at) {
      const point = geometry.point(at, selected.index);
      drawMarker(context, point, look, input.theme.background, MARKER_PX + 3);
    }
    if (!highlight) continue;
    const radiusPx = highlight.seriesIndex === at ? MARKER_PX + 2 : MARKER_PX + 0.5;
    const point = geometry.point(at, highlight.index);
    drawMarker(context, point, look, input.theme.background, radiusPx);
  }
}

/** Draws one marker with a rim of ground around it; nothing for a gap. */
export function drawMarker(
  context: CanvasRenderingContext2D,
  {x, y}: PlotPoint,
  {color, marker}: SeriesLook,
  ground: string,
  radiusPx: number,
): void {
  if (Number.isNaN(x) || Number.isNaN(y)) return;
  context.save();
  context.translate(x, y);
  context.beginPath();
  outlineMarker(context, marker, radiusPx);
  context.lineWidth = marker === 'ring' ? 4 : 3;
  context.strokeStyle = ground;
  context.stroke();
  context.fillStyle = marker === 'ring' ? ground : color;
  context.fill();
  if (marker === 'ring') {
    context.lineWidth = 2;
    context.strokeStyle = color;
    context.stroke();
  }
  context.restore();
}

/** Adds the outline of a marker around the origin to the current path. */
export function outlineMarker(
  context: CanvasRenderingContext2D,
  marker: Marker,
  radiusPx: number,
): void {
  const r = radiusPx;
  if (marker === 'circle' || marker === 'ring') {
    context.arc(0, 0, r, 0, 2 * Math.PI);
    return;
  }
  if (marker === 'square') {
    context.rect(-r * 0.9, -r * 0.9, r * 1.8, r * 1.8);
    return;
  }
  const corners: Record<typeof marker, readonly number[]> = {
    triangle: [0, -1.25, 1.15, 0.85, -1.15, 0.85],
    diamond: [0, -1.3, 1.3, 0, 0, 1.3, -1.3, 0],
    cross: [
      -1.1, -0.4, -0.4, -0.4, -0.4, -1.1, 0.4, -1.1, 0.4, -0.4, 1.1, -0.4, 1.1, 0.4, 0.4, 0.4, 0.4,
      1.1, -0.4, 1.1, -0.4, 0.4, -1.1, 0.4,
    ],
  };
  const path = corners[marker];
  for (let at = 0; at < path.length; at += 2) {
    context.lineTo((path[at] ?? 0) * r, (path[at + 1] ?? 0) * r);
  }
  context.closePath();
}

/** Places with gaps on both sides, where a line has no length to be seen. */
function lonePlaces({values}: Series): number[] {
  if (values.length > MAX_LONE_POINTS) return [];
  const places: number[] = [];
  for (let at = 0, gap = -1; at <= values.length; at += 1) {
    if (!Number.isNaN(values[at] ?? NaN)) continue;
    if (at - gap === 2) places.push(at - 1);
    gap = at;
  }
  return places;
}

function spreadPlaces({values}: Series, shift: number): number[] {
  const count = Math.min(MARKERS_PER_LINE, Math.floor(values.length / 3));
  return Array.from({length: count}, (_, at) =>
    Math.floor(((at + shift) / count) * (values.length - 1)),
  );
}
