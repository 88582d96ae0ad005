// Loaded late, with the series floor: turns rows and settings into what one of the views draws.
import {ColumnError} from '../errors/data-errors.js';
import {buildSeries} from '../series/build-series.js';
import {createValueFormat, type ValueFormat} from '../series/format-value.js';
import {inferChartKind} from '../series/infer-kind.js';
import {inferEncoding} from '../series/infer-encoding.js';
import {buildMetrics, type Metric} from '../series/metric.js';
import type {SeriesSet} from '../series/series-set.js';
import {summarizeSeries} from '../series/summary-text.js';
import {buildTable, type TableColumn} from '../series/table-cells.js';
import type {PipeResponse} from '../tinybird/pipe-response.js';
import type {ShapeSettings} from './shape-settings.js';

/** Rows in the form that a view draws. */
export type Shaped = ShapedSeries | ShapedMetrics | ShapedTable;

/** Series for a canvas, with the sentence that says the same. */
export interface ShapedSeries {
  readonly kind: 'line' | 'area' | 'bar';
  readonly set: SeriesSet;
  readonly format: ValueFormat;
  readonly summary: string;
}

/** Headline numbers. */
export interface ShapedMetrics {
  readonly kind: 'metric';
  readonly metrics: readonly Metric[];
  readonly format: ValueFormat;
}

/** Columns of a table. */
export interface ShapedTable {
  readonly kind: 'table';
  readonly columns: readonly TableColumn[];
  readonly rows: number;
  readonly format: ValueFormat;
}

/**
 * Shapes a response.
 *
 * @throws {ColumnError} when a column asked for is absent or cannot be drawn.
 */
export function shapeResponse(response: PipeResponse, settings: ShapeSettings): Shaped {
  const {meta, data} = response;
  const {columns, locale, timeZone, numberFormat} = settings;
  const hidden = new Set(
    Object.entries(columns ?? {})
      .filter(([, {hidden: isHidden}]) => isHidden)
      .map(([name]) => name),
  );
  const encoding = inferEncoding(meta, data, {...settings, hidden});
  const kind = inferChartKind(meta, data, encoding, settings.type);
  const format = createValueFormat({locale, timeZone, numberFormat, columns});
  if (kind === 'table')
    return {kind, columns: buildTable(response, format, columns), rows: data.length, format};
  if (kind === 'metric') {
    const metrics = buildMetrics(meta, data, encoding);
    if (metrics.length === 0)
      throw new ColumnError('', 'A metric needs a number column, and the answer has none.');
    return {kind, metrics, format};
  }
  if (encoding.index === null)
    throw new ColumnError('', `A ${kind} chart needs an index column, and the answer has none.`);
  const set = buildSeries(response, encoding, {
    kind,
    stacked: settings.stacked,
    timeZone,
    columns,
  });
  return {kind, set, format, summary: summarizeSeries(set, kind, format)};
}
