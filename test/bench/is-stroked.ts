/** Share of the width on either side that axes and margins may take. */
const EDGE = 0.2;

/** Places looked at along the rest. */
const STRIPS = 30;

/**
 * Tells whether a chart shows a line from one end to the other: a drawing that stops halfway would be
 * the fastest of all. The line is what has a colour; axes, grid and texts are grey.
 */
export function isStroked(holder: Element): boolean {
  const curve = holder.querySelector<SVGPathElement>('.recharts-line-curve');
  if (curve) return curve.getBBox().width >= (1 - 2 * EDGE) * holder.clientWidth;
  const root = holder.querySelector('tinybird-chart')?.shadowRoot ?? holder;
  return [...root.querySelectorAll('canvas')].some(hasLine);
}

function hasLine(canvas: HTMLCanvasElement): boolean {
  const {width, height} = canvas;
  const image = canvas.getContext('2d')?.getImageData(0, 0, width, height);
  if (!image) return false;
  const stripWidth = ((1 - 2 * EDGE) * width) / STRIPS;
  return Array.from({length: STRIPS}, (_, at) => EDGE * width + at * stripWidth).every((from) =>
    hasColor(image, Math.floor(from), Math.floor(from + stripWidth)),
  );
}

function hasColor({data, width, height}: ImageData, fromX: number, toX: number): boolean {
  for (let y = 0; y < height; y += 1) {
    for (let at = 4 * (y * width + fromX); at < 4 * (y * width + toX); at += 4) {
      const colors = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
      const isOpaque = (data[at + 3] ?? 0) > 100;
      if (isOpaque && Math.max(...colors) - Math.min(...colors) > 60) return true;
    }
  }
  return false;
}
