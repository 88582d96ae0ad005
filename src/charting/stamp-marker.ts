import {outlineMarker} from './marks.js';
import type {PlotPoint} from './plot-geometry.js';
import type {SeriesLook} from './series-look.js';

/** Paints one point of a cloud; a bubble is round and has a rim, so that those behind it are seen. */
export function stampMarker(
  context: CanvasRenderingContext2D,
  {x, y}: PlotPoint,
  {color, marker}: SeriesLook,
  radiusPx: number,
  isBubble: boolean,
): void {
  context.beginPath();
  if (isBubble || radiusPx < 3) context.arc(x, y, radiusPx, 0, 2 * Math.PI);
  else {
    context.translate(x, y);
    outlineMarker(context, marker, radiusPx);
    context.translate(-x, -y);
  }
  context.fillStyle = color;
  context.fill();
  if (!isBubble) return;
  context.strokeStyle = color;
  context.lineWidth = 1;
  context.stroke();
}
