import {isPrinting} from '../lib/printing.js';
import {prefersReducedMotion} from '../lib/reduced-motion.js';
import type {ColumnOptionsByName} from '../series/column-options.js';
import {luminance, toRgba} from './css-color.js';
import {DARK_PALETTE, LIGHT_PALETTE} from './palette.js';

/** Everything a drawing takes from the page. Colours are such as a canvas accepts. */
export interface ChartTheme {
  readonly scheme: 'light' | 'dark';
  readonly text: string;
  /** Axis labels. */
  readonly muted: string;
  readonly grid: string;
  /** The zero line and the crosshair. */
  readonly axis: string;
  /** Ground around markers, to set them off from lines. */
  readonly background: string;
  readonly palette: readonly string[];
  readonly fontFamily: string;
  /** False while a font of the page is on its way, in whose place another is drawn. */
  readonly hasFont: boolean;
  /** In px, 12 at least. */
  readonly fontSize: number;
  readonly lineWidth: number;
  readonly barRadius: number;
  /** True where the visitor's system chooses all colours, so that none of the page's counts. */
  readonly isForced: boolean;
  /** True when lines need patterns because colours are few: forced colours, more contrast. */
  readonly hasPatterns: boolean;
  readonly reducedMotion: boolean;
  /** True where the page around the drawing is read from right to left. */
  readonly isRightToLeft: boolean;
  /** Pixels for each CSS pixel on paper; absent on a screen, which knows its own. */
  readonly pixelRatio?: number;
}

/**
 * Custom properties that a theme reads, by the part of the theme they set. Colours may be anything
 * CSS accepts; `--tinybird-chart-color-1` to `-12` replace the palette one by one.
 */
export const THEME_PROPERTIES = {
  text: '--tinybird-chart-text-color',
  muted: '--tinybird-chart-axis-text-color',
  grid: '--tinybird-chart-grid-color',
  axis: '--tinybird-chart-axis-color',
  background: '--tinybird-chart-background',
  color: '--tinybird-chart-color-',
  fontFamily: '--tinybird-chart-font-family',
  fontSize: '--tinybird-chart-font-size',
  lineWidth: '--tinybird-chart-line-width',
  barRadius: '--tinybird-chart-bar-radius',
} as const;

/** Most colours that a page can set. */
const MAX_COLORS = 12;

const DEFAULTS = {
  light: {text: '#18181b', muted: '#5b6270', grid: '#e7e9ee', axis: '#a3a9b5', ground: '#ffffff'},
  dark: {text: '#f4f4f5', muted: '#a7adb9', grid: '#30343c', axis: '#6b7280', ground: '#16181d'},
} as const;

const SYSTEM = {
  text: 'CanvasText',
  muted: 'CanvasText',
  grid: 'color-mix(in srgb, CanvasText 25%, Canvas)',
  axis: 'CanvasText',
};
const SYSTEM_PALETTE = ['CanvasText', 'LinkText', 'GrayText', 'Highlight'];

/** Paper is finer than most screens. */
const PRINTED_RATIO = 2;

/**
 * Reads the theme in force at `host`, whose computed style may change at any time. On paper it is
 * light, and the page's colours for text, grid and ground, made for a screen, do not count.
 */
export function readTheme(
  host: HTMLElement,
  theme: 'auto' | 'light' | 'dark' = 'auto',
): ChartTheme {
  const style = getComputedStyle(host);
  const isForced = matchMedia('(forced-colors: active)').matches;
  const isOnPaper = isPrinting();
  const scheme = isOnPaper ? 'light' : theme === 'auto' ? readColorScheme(style) : theme;
  const preset = isForced ? {...SYSTEM, ground: 'Canvas'} : DEFAULTS[scheme];
  const read = (name: string) => style.getPropertyValue(name).trim();
  const emPx = parseFloat(style.fontSize) || 16;
  const probe = createProbe(host, isOnPaper);
  const color = (name: string, preset: string) => {
    const value = isForced ? '' : read(name);
    return needsProbe(value || preset) ? probe.resolve(value || preset) : value || preset;
  };
  const inked = (name: string, preset: string) =>
    isOnPaper && !isForced ? preset : color(name, preset);
  const base = isForced ? SYSTEM_PALETTE : scheme === 'dark' ? DARK_PALETTE : LIGHT_PALETTE;
  const count = isForced ? base.length : MAX_COLORS;
  const palette = Array.from({length: count}, (_, at) =>
    color(`${THEME_PROPERTIES.color}${at + 1}`, base[at] ?? ''),
  ).filter((entry) => entry !== '');
  const result: ChartTheme = {
    scheme,
    text: inked(THEME_PROPERTIES.text, preset.text),
    muted: inked(THEME_PROPERTIES.muted, preset.muted),
    grid: inked(THEME_PROPERTIES.grid, preset.grid),
    axis: inked(THEME_PROPERTIES.axis, preset.axis),
    background: inked(THEME_PROPERTIES.background, preset.ground),
    palette,
    fontFamily: read(THEME_PROPERTIES.fontFamily) || style.fontFamily,
    hasFont: document.fonts.check(`1em ${style.fontFamily || 'serif'}`),
    fontSize: Math.max(12, toPx(read(THEME_PROPERTIES.fontSize), emPx * 0.75, emPx)),
    lineWidth: toPx(read(THEME_PROPERTIES.lineWidth), 2, emPx),
    barRadius: toPx(read(THEME_PROPERTIES.barRadius), 3, emPx),
    isForced,
    hasPatterns: isForced || matchMedia('(prefers-contrast: more)').matches,
    reducedMotion: isOnPaper || prefersReducedMotion(),
    isRightToLeft: style.direction === 'rtl',
    ...(isOnPaper && {pixelRatio: PRINTED_RATIO * devicePixelRatio}),
  };
  probe.remove();
  return result;
}

/**
 * Returns the colour that the page has given a column, where colours of the page count, else that of
 * its place in the palette.
 */
export function columnColor(
  {isForced, palette, text}: ChartTheme,
  columns: ColumnOptionsByName | null | undefined,
  column: string,
  place = 0,
): string {
  const own = isForced ? undefined : columns?.[column]?.color;
  return own ?? palette[place % palette.length] ?? text;
}

/**
 * Returns the colour scheme in use. A page that names one scheme, or none, is believed; the
 * visitor's preference counts only where the page supports both.
 */
export function readColorScheme(style: CSSStyleDeclaration): 'light' | 'dark' {
  const names = style.colorScheme.split(/\s+/);
  const isLight = names.includes('light');
  const isDark = names.includes('dark');
  if (isLight && isDark) {
    return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  }
  if (isLight || isDark) return isDark ? 'dark' : 'light';
  // Where text is light, its ground is dark, whatever the page forgot to say.
  return luminance(toRgba(style.color)) > 0.4 ? 'dark' : 'light';
}

/** Functions and system colours mean nothing to a canvas, or depend on the element. */
function needsProbe(color: string): boolean {
  return /\(|^(CanvasText|Canvas|LinkText|GrayText|Highlight)$|^current/i.test(color);
}

function createProbe(
  host: HTMLElement,
  isOnPaper: boolean,
): {resolve(color: string): string; remove(): void} {
  let element: HTMLElement | null = null;
  return {
    resolve(color) {
      if (!element) {
        element = document.createElement('span');
        element.hidden = true;
        element.style.setProperty('forced-color-adjust', 'none');
        if (isOnPaper) element.style.colorScheme = 'light';
        (host.shadowRoot ?? host).append(element);
      }
      element.style.color = '';
      element.style.color = color;
      return getComputedStyle(element).color;
    },
    remove: () => element?.remove(),
  };
}

function toPx(text: string, preset: number, emPx: number): number {
  const [, number, unit] = /^(\d*\.?\d+)(px|rem|em)?$/.exec(text) ?? [];
  if (!number) return preset;
  const rootPx = parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  return Number(number) * (unit === 'rem' ? rootPx : unit === 'em' ? emPx : 1);
}
