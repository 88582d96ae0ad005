import {luminance, toRgba, type Rgba} from './css-color.js';
import type {ChartTheme} from './theme.js';

/** Colours of one cell. */
export interface HeatColors {
  readonly fill: string;
  /** Black or white, whichever is read better on the fill; 4.5:1 at least. */
  readonly ink: string;
}

/** Relative luminance at which black and white are read equally well (WCAG 2.2). */
const MIDDLE = 0.179;

/**
 * Returns the colours of a share from 0 to 1: from nearly the ground over `color` towards the text,
 * so that more is always further from the ground, on light and dark ones alike.
 */
export function heatRamp(theme: ChartTheme, color: string): (share: number) => HeatColors {
  const [ground, text] = [toRgba(theme.background), toRgba(theme.text)];
  const own = toRgba(color);
  // Forced colours draw in the colour of the text: there is nothing left beyond it.
  const isText = Math.abs(luminance(own) - luminance(text)) < 0.02;
  const middle = isText ? mix(ground, text, 0.5) : own;
  const low = mix(ground, middle, 0.12);
  const high = mix(middle, text, isText ? 1 : 0.45);
  return (share) => {
    const fill = share < 0.5 ? mix(low, middle, share * 2) : mix(middle, high, share * 2 - 1);
    const [red, green, blue] = fill.map(Math.round);
    const ink = luminance(fill) > MIDDLE ? '#000' : '#fff';
    return {fill: `rgb(${red}, ${green}, ${blue})`, ink};
  };
}

function mix(from: Rgba, to: Rgba, share: number): Rgba {
  return from.map((channel, at) => channel + ((to[at] ?? 0) - channel) * share) as unknown as Rgba;
}
