/** Red, green, blue from 0 to 255 and alpha from 0 to 1. */
export type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

const colors = new Map<string, Rgba>();

/** Most colours remembered; a theme has about twenty. */
const MAX_COLORS = 500;

let context: CanvasRenderingContext2D | null | undefined;

/**
 * Returns any CSS colour, `oklch()` and `color-mix()` included, as the browser paints it in sRGB.
 * Text that is no colour is opaque black.
 */
export function toRgba(color: string): Rgba {
  const known = colors.get(color);
  if (known) return known;
  if (context === undefined) {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 1;
    context = canvas.getContext('2d', {willReadFrequently: true});
  }
  if (!context) return [0, 0, 0, 1];
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = '#000';
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 255] = context.getImageData(0, 0, 1, 1).data;
  const rgba: Rgba = [red, green, blue, alpha / 255];
  if (colors.size >= MAX_COLORS) colors.clear();
  colors.set(color, rgba);
  return rgba;
}

/** Returns `color` with its opacity multiplied by `opacity`. */
export function withOpacity(color: string, opacity: number): string {
  const [red, green, blue, alpha] = toRgba(color);
  return `rgba(${red}, ${green}, ${blue}, ${Math.round(alpha * opacity * 1000) / 1000})`;
}

/** Relative luminance from 0 (black) to 1 (white) of the colour without its alpha (WCAG 2.2). */
export function luminance([red, green, blue]: Rgba): number {
  const [r, g, b] = [red, green, blue].map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
