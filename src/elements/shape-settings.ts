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
  /** Which period the earlier values are of, in words, where it is known. */
  readonly comparedPeriod: string | null;
  readonly yScale: 'linear' | 'log';
  readonly yMin: number | null;
  readonly yMax: number | null;
  /** As it was given; what is no reference is found when it is drawn. */
  readonly reference: unknown;
  readonly locale: string;
  readonly timeZone: string;
  readonly numberFormat: NumberFormatName;
}

/** Reads them off `settings`; language and zone come from the page and the viewer. */
export function readShapeSettings(settings: ChartSettings, host: Element): ShapeSettings {
  const {
    type,
    index,
    groupBy,
    stacked,
    top,
    size,
    yScale,
    yMin,
    yMax,
    locale,
    timeZone,
    numberFormat,
  } = settings;
  return {
    type: type ?? 'auto',
    index: index ?? null,
    categories: valid(settings.categories),
    groupBy: groupBy ?? null,
    columns: valid(settings.columns),
    stacked: stacked ?? false,
    top: top ?? null,
    size: size ?? null,
    compare: asksTwice(settings) ? null : valid(settings.compare),
    comparedPeriod: settings.comparedPeriod ?? null,
    yScale: yScale ?? 'linear',
    yMin: yMin ?? null,
    yMax: yMax ?? null,
    reference: settings.reference ?? null,
    locale: locale ?? inheritedLanguage(host),
    timeZone: timeZone ?? viewerTimeZone(),
    numberFormat: (numberFormat ?? 'compact') as NumberFormatName,
  };
}

function valid<T>(value: T | InvalidJson | undefined): T | null {
  return value === undefined || value instanceof InvalidJson ? null : value;
}
