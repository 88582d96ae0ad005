// Loaded late, with the series floor: turns rows and settings into what one of the views draws.
import {ColumnError} from '../errors/data-errors.js';
import type {Say} from '../messages/catalogue.js';
import {createSay} from '../messages/create-say.js';
import type {Language} from '../messages/language.js';
import {buildSeries} from '../series/build-series.js';
import {createValueFormat, type ValueFormat} from '../series/format-value.js';
import {inferChartKind} from '../series/infer-kind.js';
import {inferEncoding} from '../series/infer-encoding.js';
import type {SeriesSet} from '../series/series-set.js';
import {summarizeSeries} from '../series/summary-text.js';
import type {PipeResponse} from '../tinybird/pipe-response.js';
import {type HtmlDrawing, type HtmlKind, type HtmlView, isHtmlKind} from './html-view.js';
import type {ShapeSettings} from './shape-settings.js';

/** Rows in the form that a view draws. */
export type Shaped = ShapedSeries | ShapedHtml;

/** Series for a canvas, with the sentence that says the same. */
export interface ShapedSeries {
  readonly kind: 'line' | 'area' | 'bar' | 'sparkline';
  readonly set: SeriesSet;
  readonly format: ValueFormat;
  readonly say: Say;
  readonly summary: string;
}

/** A drawing in HTML; null until the part of its kind is there. */
export interface ShapedHtml {
  readonly kind: HtmlKind;
  readonly drawing: HtmlDrawing | null;
}

/**
 * Shapes a response. `viewOf` gives the part that draws a kind in HTML, if it is there.
 *
 * @throws {ColumnError} when a column asked for is absent or cannot be drawn.
 */
export function shapeResponse(
  response: PipeResponse,
  settings: ShapeSettings,
  language: Language,
  viewOf: (kind: HtmlKind) => HtmlView | undefined,
): Shaped {
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
  const say = createSay(language, format.locale);
  if (encoding.index === null && kind !== 'metric' && kind !== 'table')
    throw new ColumnError('', `Type ${kind} needs an index column, and the answer has none.`);
  const otherName = say('other');
  if (isHtmlKind(kind)) {
    const plan = {kind, response, encoding, format, say, settings: {...settings, otherName}};
    return {kind, drawing: viewOf(kind)?.shape(plan) ?? null};
  }
  const set = buildSeries(response, encoding, {...settings, kind, otherName});
  return {kind, set, format, say, summary: summarizeSeries(set, kind, format, say)};
}
