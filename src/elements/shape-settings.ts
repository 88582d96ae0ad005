import type {ColumnOptionsByName, NumberFormatName} from '../series/column-options.js';
import {viewerTimeZone} from '../lib/intl-names.js';
import {asksTwice, type ChartSettings, type ChartType} from './chart-settings.js';
import {inheritedLanguage} from './inherited-language.js';
import {InvalidJson} from './json-attribute.js';

/** The settings that decide how rows are shaped, with their defaults. */
export interface ShapeSettings {
  readonly type: ChartType;
  readonly index: string | null;
  readonly categories: readonly string[] | null;
  readonly groupBy: string | null;
  readonly columns: ColumnOptionsByName | null;
  readonly stacked: boolean | 'percent';
  readonly top: number | null;
  /** Column that gives points their size. */
  readonly size: string | null;
  readonly compare: readonly string[] | null;
  /** Says which period the earlier values are of, where it is known. */
  readonly comparedPeriod: string | null;
  readonly yScale: 'linear' | 'log';
  readonly yMin: number | null;
  readonly yMax: number | null;
  /** As it was given; what is no reference is found when it is drawn. */
  readonly reference: unknown;
  /** New rows are there at once, whatever motion the visitor likes. */
  readonly noAnimation: boolean | null;
  /** Whether points can be heard. */
  readonly sonify: boolean | null;
  readonly locale: string;
  readonly timeZone: string;
  readonly numberFormat: NumberFormatName;
}

/** Settings that are taken as they are, null where nothing is said. */
const PLAIN = [
  'index',
  'groupBy',
  'top',
  'size',
  'comparedPeriod',
  'yMin',
  'yMax',
  'reference',
  'noAnimation',
  'sonify',
] as const;

/** Reads them off `settings`; language and zone come from the page and the viewer. */
export function readShapeSettings(settings: ChartSettings, host: Element): ShapeSettings {
  const plain = Object.fromEntries(PLAIN.map((name) => [name, settings[name] ?? null]));
  return {
    ...(plain as Pick<ShapeSettings, (typeof PLAIN)[number]>),
    type: settings.type ?? 'auto',
    categories: valid(settings.categories),
    columns: valid(settings.columns),
    stacked: settings.stacked ?? false,
    compare: asksTwice(settings) ? null : valid(settings.compare),
    yScale: settings.yScale ?? 'linear',
    locale: settings.locale ?? inheritedLanguage(host),
    timeZone: settings.timeZone ?? viewerTimeZone(),
    numberFormat: (settings.numberFormat ?? 'compact') as NumberFormatName,
  };
}

function valid<T>(value: T | InvalidJson | undefined): T | null {
  return value === undefined || value instanceof InvalidJson ? null : value;
}
