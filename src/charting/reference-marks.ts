// A plugin for annotations is larger than this, and knows neither places between buckets nor where
// the data leaves room for a label.
import type {PlacedReference} from '../series/place-references.js';
import {withScale, type PlotExtra} from './compose-extras.js';
import type {DrawnState} from './marks-plugin.js';
import {drawMarker} from './marks.js';
import type {Box} from './place-labels.js';
import {writeLabels} from './reference-labels.js';
import type {PlotGeometry} from './plot-geometry.js';

/** Draws lines, bands and points of the author, with labels where the data leaves room. */
export function createReferenceMarks(marks: readonly PlacedReference[]): PlotExtra {
  return {
    toPlan(plan, {layout}) {
      const values = marks.flatMap(({values: ends}) => ends ?? []);
      if (values.length === 0) return plan;
      const suggested = {suggestedMin: Math.min(...values), suggestedMax: Math.max(...values)};
      return withScale(plan, layout.isHorizontal ? 'x' : 'y', suggested);
    },
    paint(context, state, geometry, place) {
      const {theme} = state.input;
      const boxes = marks.map((mark) => toBox(mark, state, geometry));
      context.save();
      for (const [at, mark] of marks.entries()) {
        const box = boxes[at];
        if (!box) continue;
        const color = (theme.isForced ? null : mark.color) ?? theme.muted;
        if (isBand(box)) {
          if (place === 'behind') fillBand(context, box, color);
        } else if (place === 'above') {
          if (box.width === 0 && box.height === 0) {
            const look = {name: mark.label, color, marker: 'circle' as const, dash: []};
            drawMarker(context, {x: box.left, y: box.top}, look, theme.background, 4.5);
          } else strokeLine(context, box, color, theme.background);
        }
      }
      if (place === 'above' && state.input.flags.axes)
        writeLabels(context, marks, boxes, state, geometry);
      context.restore();
    },
  };
}

/** A mark as a rectangle; one without width or height is a line, without both a point. */
function toBox(mark: PlacedReference, {layout}: DrawnState, geometry: PlotGeometry): Box | null {
  const {left, right, top, bottom} = geometry.area;
  const {isHorizontal} = layout;
  const along = mark.places?.map((place) => placePx(place, geometry));
  const across = mark.values?.map((value) => geometry.scalePx(value));
  const xs = (isHorizontal ? across : along) ?? [left, right];
  const ys = (isHorizontal ? along : across) ?? [top, bottom];
  if ([...xs, ...ys].some((px) => Number.isNaN(px))) return null;
  const [x1, x2] = [Math.max(left, Math.min(...xs)), Math.min(right, Math.max(...xs))];
  const [y1, y2] = [Math.max(top, Math.min(...ys)), Math.min(bottom, Math.max(...ys))];
  return x2 < x1 || y2 < y1 ? null : {left: x1, top: y1, width: x2 - x1, height: y2 - y1};
}

function placePx(place: number, geometry: PlotGeometry): number {
  const low = Math.max(0, Math.floor(place));
  const [from, next] = [geometry.indexPx(low), geometry.indexPx(low + 1)];
  const stepPx = Number.isNaN(next) ? from - geometry.indexPx(low - 1) : next - from;
  return place === low ? from : from + (place - low) * (stepPx || 0);
}

function isBand({width, height}: Box): boolean {
  return width > 0 && height > 0;
}

function fillBand(context: CanvasRenderingContext2D, box: Box, color: string): void {
  context.globalAlpha = 0.13;
  context.fillStyle = color;
  context.fillRect(box.left, box.top, box.width, box.height);
  context.globalAlpha = 1;
}

/** Dashes with the ground between them, one of which is seen on bars of any colour. */
function strokeLine(
  context: CanvasRenderingContext2D,
  box: Box,
  color: string,
  ground: string,
): void {
  const [x, y] = [Math.round(box.left) + 0.5, Math.round(box.top) + 0.5];
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(
    box.width > 0 ? box.left + box.width : x,
    box.height > 0 ? box.top + box.height : y,
  );
  context.lineWidth = 1.25;
  context.strokeStyle = ground;
  context.stroke();
  context.setLineDash([5, 4]);
  context.strokeStyle = color;
  context.stroke();
  context.setLineDash([]);
}
