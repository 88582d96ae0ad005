/** Space between stripes of each line pattern, in px; the sign is their direction. */
const STRIPES_PX = [0, 8, -8, 6, -6, 14];

/**
 * Returns a fill of `color` with stripes through which the ground is seen, one for each line pattern
 * (`place` of 1 to 5), as areas have no line to be dashed.
 */
export function hatch(color: string, place: number): CanvasPattern | string {
  const stripePx = STRIPES_PX[place % STRIPES_PX.length] ?? 0;
  const sizePx = Math.abs(stripePx);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = sizePx || 1;
  const context = canvas.getContext('2d');
  if (!context || sizePx === 0) return color;
  context.fillStyle = color;
  context.fillRect(0, 0, sizePx, sizePx);
  context.globalCompositeOperation = 'destination-out';
  context.lineWidth = 1.25;
  context.beginPath();
  // Three times, so that corners are whole where tiles meet.
  for (const shift of [-sizePx, 0, sizePx]) {
    context.moveTo(shift - 1, stripePx > 0 ? sizePx + 1 : -1);
    context.lineTo(shift + sizePx + 1, stripePx > 0 ? -1 : sizePx + 1);
  }
  context.stroke();
  return context.createPattern(canvas, 'repeat') ?? color;
}
