import type {CSSProperties} from 'react';
import type {CompatStyles} from './compat-props.js';

/** Height of a chart that says none, as it was. */
const DEFAULT_HEIGHT = '100%';

/** What the style props are here: custom properties of the tag, and plain CSS on it. */
export function toStyle(
  styles: CompatStyles,
  height: number | string = DEFAULT_HEIGHT,
  width: number | string = '100%',
): CSSProperties {
  const {backgroundColor, borderColor, borderRadius, boxShadow, fontFamily, fontSize} = styles;
  const {padding, textColor, colorPalette = []} = styles;
  const wanted = {
    display: 'block',
    boxSizing: 'border-box',
    height,
    minHeight: height === '100%' ? '12rem' : undefined,
    width,
    border: borderColor && `1px solid ${borderColor}`,
    borderRadius,
    boxShadow,
    fontSize,
    '--tinybird-chart-background': backgroundColor,
    '--tinybird-chart-text-color': textColor,
    '--tinybird-chart-axis-text-color': textColor,
    '--tinybird-chart-font-family': fontFamily,
    '--tinybird-chart-font-size': toLength(fontSize),
    '--tinybird-chart-padding': toLength(padding),
    '--tinybird-chart-radius': toLength(borderRadius),
    ...Object.fromEntries(
      colorPalette.map((color, at) => [`--tinybird-chart-color-${at + 1}`, color]),
    ),
  };
  const set = Object.entries(wanted).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(set);
}

function toLength(length: number | string | undefined): string | undefined {
  return typeof length === 'number' ? `${length}px` : length;
}
