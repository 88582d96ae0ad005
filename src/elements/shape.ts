// Loaded late, with the series floor: turns rows and settings into what one of the views draws.
import type {ReactiveControllerHost} from 'lit';
import type {DrawnKind} from '../charting/chart-input.js';
import type {PlotExtras} from '../charting/plot-extras.js';
import {ColumnError} from '../errors/column-error.js';
import {runAtOnce, type Steps} from '../lib/steps.js';
import type {Say} from '../messages/catalogue.js';
import {createSay} from '../messages/create-say.js';
import type {Language} from '../messages/language.js';
import {createValueFormat, type ValueFormat} from '../series/format-value.js';
import type {inferChartKind} from '../series/infer-kind.js';
import {encodingInSteps} from '../series/encoding-in-steps.js';
import {comparisonFinder} from '../series/comparison.js';
import {mayLeaveOutZero} from '../series/extremes.js';
import {seriesInSteps} from '../series/series-in-steps.js';
import type {ChartKind, Encoding, SeriesSet} from '../series/series-set.js';
import {summarizeSeries} from '../series/summary-text.js';
import {valueExtent} from '../series/value-extent.js';
import type {PipeResponse} from '../tinybird/pipe-response.js';
import {type HtmlDrawing, type HtmlKind, type HtmlView, isHtmlKind} from './html-view.js';
import type {ChartType} from './chart-settings.js';
import type {ShapeSettings} from './shape-settings.js';
import type * as ShapeInSlices from './shape-in-slices.js';

/** Rows in the form that a view draws. */
export type Shaped = ShapedSeries | ShapedHtml;

/** Series for a canvas, with the sentence that says the same. */
export interface ShapedSeries {
  readonly kind: DrawnKind | 'sparkline';
  readonly set: SeriesSet;
  readonly format: ValueFormat;
  readonly say: Say;
  readonly summary: string;
  /** What keys do. */
  readonly keys: string;
  /** Tells of a drawing to come that its scale will leave out zero. */
  readonly leavesOutZero?: boolean;
  readonly extras?: PlotExtras;
}

/** Rows and what is known about them, for a drawing on a canvas. */
export interface SeriesPlan {
  readonly kind: DrawnKind;
  readonly response: PipeResponse;
  readonly encoding: Encoding;
  /** Columns with the earlier values of the categories; null for none. */
  readonly comparisons: readonly (string | null)[];
  readonly format: ValueFormat;
  readonly say: Say;
  readonly settings: ShapeSettings;
  /** Name of what `top` adds up. */
  readonly otherName: string;
  /** Columns that the author hides. */
  readonly hidden: ReadonlySet<string>;
}

/** Rows from here on are shaped in several tasks. */
const MANY_ROWS = 25_000;

/** For whom rows are shaped, and code that is there only when a chart needs it. */
export interface ShapeParts {
  readonly host: ReactiveControllerHost & HTMLElement;
  /** Tells whether the rows are still those of whom the page is for. */
  readonly isCurrent: () => boolean;
  readonly viewOf: (kind: HtmlKind) => HtmlView | undefined;
  readonly auto?: {readonly inferChartKind: typeof inferChartKind} | undefined;
  readonly extras?:
    {readonly extendPlot: (plan: SeriesPlan) => Omit<ShapedSeries, 'keys'>} | undefined;
}

/** A part without which rows cannot be shaped. */
export type PartOfShape = 'auto' | 'extras' | HtmlKind;

/** A drawing in HTML. */
export interface ShapedHtml {
  readonly kind: HtmlKind;
  readonly encoding: Encoding;
  readonly format: ValueFormat;
  readonly say: Say;
  readonly drawing: HtmlDrawing;
}

/** Comes with the first response of many rows. */
let slices: Pick<typeof ShapeInSlices, 'shapeInSlices'> | null = null;

/**
 * Shapes a response, or returns the name of the part without which it cannot. Many rows are shaped
 * in several tasks, after which the host is asked to update; until then it returns their type.
 *
 * @throws {ChartError} when a column or a setting cannot be drawn.
 */
export function shapeResponse(
  response: PipeResponse,
  settings: ShapeSettings,
  language: Language,
  parts: ShapeParts,
): Shaped | ChartType | 'extras' {
  const steps = shapeInSteps(response, settings, language, parts);
  if (response.data.length < MANY_ROWS) return runAtOnce(steps);
  if (slices) return slices.shapeInSlices(steps, response, settings, language, parts);
  void import('./shape-in-slices.js')
    .catch(() => ({shapeInSlices: runAtOnce}))
    .then((part) => {
      slices = part;
      parts.host.requestUpdate();
    });
  return settings.type;
}

function* shapeInSteps(
  response: PipeResponse,
  settings: ShapeSettings,
  language: Language,
  {viewOf, auto, extras}: ShapeParts,
): Steps<Shaped | PartOfShape> {
  const {meta, data} = response;
  const {columns, locale, timeZone, numberFormat} = settings;
  const hidden = new Set(
    Object.entries(columns ?? {})
      .filter(([, {hidden: isHidden}]) => isHidden)
      .map(([name]) => name),
  );
  const encoding = yield* encodingInSteps(meta, data, {...settings, hidden});
  if (settings.type === 'auto' && !auto) return 'auto';
  const kind =
    settings.type === 'auto' && auto
      ? auto.inferChartKind(meta, data, encoding)
      : (settings.type as ChartKind);
  const format = createValueFormat({locale, timeZone, numberFormat, columns});
  const say = createSay(language, format.locale);
  if (encoding.index === null && !/metric|table|scatter/.test(kind))
    throw new ColumnError('', `Type ${kind} needs an index column, and the answer has none.`);
  const otherName = say('other');
  if (isHtmlKind(kind)) {
    const view = viewOf(kind);
    if (!view) return kind;
    const plan = {kind, response, encoding, format, say, settings: {...settings, otherName}};
    return {kind, encoding, format, say, drawing: view.shape(plan)};
  }
  const keys = settings.sonify ? `${say('keys')} ${say('keys.sound')}` : say('keys');
  if (kind !== 'sparkline') {
    const comparisons = findComparisons(meta, encoding, settings, hidden);
    const isPlain =
      kind !== 'scatter' && comparisons.every((name) => !name) && isPlainPlot(settings);
    const plan = {kind, response, encoding, comparisons, format, say, settings, otherName, hidden};
    if (!isPlain) return extras ? {...extras.extendPlot(plan), keys} : 'extras';
  }
  const set = yield* seriesInSteps(response, encoding, {...settings, kind, otherName});
  yield;
  const summary = summarizeSeries(set, kind, format, say);
  const leavesOutZero = kind === 'line' && isFarFromZero(set);
  return {kind, set, format, say, summary, keys, leavesOutZero};
}

function isFarFromZero({series, index}: SeriesSet): boolean {
  const columns = series.map(({values}) => values);
  const {min, max} = valueExtent(columns, [0, index.values.length - 1]);
  return min < max && mayLeaveOutZero(min, max);
}

function findComparisons(
  meta: PipeResponse['meta'],
  {categories}: Encoding,
  {compare}: ShapeSettings,
  hidden: ReadonlySet<string>,
): (string | null)[] {
  const drawn = new Set(categories);
  const find = comparisonFinder(meta.filter(({name}) => !hidden.has(name) && !drawn.has(name)));
  return categories.map((name, at) => compare?.[at] ?? find(name, categories.length === 1));
}

function isPlainPlot({
  columns,
  stacked,
  top,
  yScale,
  yMin,
  yMax,
  reference,
}: ShapeSettings): boolean {
  const isMixed = Object.values(columns ?? {}).some(({type, axis}) => type ?? axis);
  const isSpecial = (yMin ?? yMax ?? reference ?? top) !== null;
  return !isMixed && !isSpecial && stacked !== 'percent' && yScale === 'linear';
}
