import {
  DEFAULT_FLAGS,
  type ChartFlags,
  type ChartInput,
  type DrawnKind,
} from '../../src/charting/chart-input.js';
import {LIGHT_PALETTE} from '../../src/charting/palette.js';
import type {ChartTheme} from '../../src/charting/theme.js';
import {parseColumnType} from '../../src/series/column-type.js';
import type {ColumnOptionsByName} from '../../src/series/column-options.js';
import {createValueFormat} from '../../src/series/format-value.js';
import type {SeriesIndex} from '../../src/series/series-set.js';

/** A theme such as a white page has. */
export const lightTheme: ChartTheme = {
  scheme: 'light',
  text: '#18181b',
  muted: '#5b6270',
  grid: '#e7e9ee',
  axis: '#a3a9b5',
  background: '#ffffff',
  palette: LIGHT_PALETTE,
  fontFamily: 'sans-serif',
  hasFont: true,
  fontSize: 12,
  lineWidth: 2,
  barRadius: 3,
  isForced: false,
  hasPatterns: false,
  reducedMotion: false,
  isRightToLeft: false,
};

/** What a test says about its chart; the rest is ordinary. */
export interface ChartInputOptions {
  readonly kind: DrawnKind;
  /** One series called Visits. */
  readonly values?: readonly number[];
  /** Values by name. */
  readonly series?: Readonly<Record<string, readonly number[]>>;
  /** Makes the index one of categories. */
  readonly labels?: readonly string[];
  /** Distance of times. @default a day */
  readonly stepMs?: number | 'month';
  readonly columns?: ColumnOptionsByName;
  readonly flags?: Partial<ChartFlags>;
  readonly theme?: Partial<ChartTheme>;
  readonly options?: object;
  readonly hidden?: ReadonlySet<string>;
}

const DAY_MS = 86_400_000;

/** Input of a chart from Monday, 6 January 2025. */
export function chartInput(given: ChartInputOptions): ChartInput {
  const {labels, stepMs = DAY_MS} = given;
  const series = given.series ?? {Visits: given.values ?? labels?.map((_, at) => at + 1) ?? []};
  const count = Math.max(0, ...Object.values(series).map((values) => values.length));
  const index: SeriesIndex = labels
    ? {kind: 'category', column: 'page', values: labels}
    : {
        kind: 'time',
        column: 'time',
        values: Float64Array.from({length: count}, (_, at) =>
          stepMs === 'month' ? Date.UTC(2025, at) : Date.UTC(2025, 0, 6) + at * stepMs,
        ),
        step: {unit: stepMs === 'month' ? stepMs : stepMs === DAY_MS ? 'day' : 'minute', count: 1},
        isCalendar: stepMs === 'month' || stepMs === DAY_MS,
        timeZone: 'UTC',
      };
  return {
    kind: given.kind,
    set: {
      index,
      series: Object.entries(series).map(([name, values]) => ({
        name,
        column: 'visits',
        group: name,
        type: parseColumnType('UInt64'),
        values: Float64Array.from(values),
        rows: Int32Array.from(values.keys()),
      })),
      omittedGroups: 0,
    },
    format: createValueFormat({locale: 'en', timeZone: 'UTC', columns: given.columns ?? null}),
    theme: {...lightTheme, ...given.theme},
    flags: {...DEFAULT_FLAGS, ...given.flags},
    options: given.options ?? null,
    ...(given.hidden && {hidden: given.hidden}),
  };
}
