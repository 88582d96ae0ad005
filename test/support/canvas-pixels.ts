/** Tells whether nothing is drawn on a canvas. */
export function isBlank(canvas: HTMLCanvasElement): boolean {
  return pixelsOf(canvas).every((byte) => byte === 0);
}

/** Equal for canvases that look the same. */
export function pictureOf(canvas: HTMLCanvasElement): string {
  return canvas.toDataURL();
}

/** Tells whether a colour, as red, green and blue from 0 to 255, is anywhere on a canvas. */
export function hasColor(canvas: HTMLCanvasElement, ...rgb: readonly number[]): boolean {
  const bytes = pixelsOf(canvas);
  const [red, green, blue] = rgb;
  for (let at = 0; at < bytes.length; at += 4) {
    if (bytes[at] === red && bytes[at + 1] === green && bytes[at + 2] === blue) return true;
  }
  return false;
}

/** The same for a colour such as `#ff8800`. */
export function hasHexColor(canvas: HTMLCanvasElement, hex = ''): boolean {
  return hasColor(canvas, ...[1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)));
}

function pixelsOf(canvas: HTMLCanvasElement): Uint8ClampedArray {
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  return context.getImageData(0, 0, canvas.width, canvas.height).data;
}
