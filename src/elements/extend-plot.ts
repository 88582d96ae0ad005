// Loaded late: what a drawing on a canvas has beyond plain lines, areas and bars.
import {createCloud} from '../charting/cloud.js';
import {composeExtras, type PlotExtra} from '../charting/compose-extras.js';
import {createEarlierValues} from '../charting/earlier-values.js';
import {registerFilledParts} from '../charting/filled-parts.js';
import {createMixedKinds, type SeriesRole} from '../charting/mixed-kinds.js';
import {createReferenceMarks} from '../charting/reference-marks.js';
import {createShares} from '../charting/shares.js';
import {createValueRange} from '../charting/value-range.js';
import {addLateEnglish} from '../messages/english-late.js';
import {buildSeries} from '../series/build-series.js';
import {toEpochMs, toNumber} from '../series/cell-value.js';
import {summarizeCloud} from '../series/cloud-summary.js';
import {parseColumnType} from '../series/column-type.js';
import {createValueFormat} from '../series/format-value.js';
import {earlierName} from '../series/join-earlier.js';
import {inferCloud} from '../series/infer-cloud.js';
import {inferEncoding} from '../series/infer-encoding.js';
import {pairEarlier, type PairedSeries} from '../series/pair-earlier.js';
import {type PlacedReference, placeReferences} from '../series/place-references.js';
import type {Encoding, SeriesSet} from '../series/series-set.js';
import {summarizeSeries} from '../series/summary-text.js';
import {checkPlotSettings} from './check-plot-settings.js';
import {plotNotes} from './plot-notes.js';
import {readReferences} from './read-references.js';
import type {SeriesPlan, ShapedSeries} from './shape.js';

/**
 * Shapes rows for a drawing that is not plain.
 *
 * @throws {ChartError} when a column or a setting cannot be drawn.
 */
export function extendPlot(given: SeriesPlan): Omit<ShapedSeries, 'keys'> {
  const {format, say, settings} = given;
  checkPlotSettings(settings);
  registerFilledParts();
  addLateEnglish();
  const isCloud = given.kind === 'scatter';
  const plan = isCloud ? {...given, comparisons: [], encoding: encodeCloud(given)} : given;
  const kind = baseKind(plan);
  const paired = pairSeries(plan, kind);
  const {set} = paired;
  const roles = rolesOf(plan, paired);
  const marks = placeMarks(plan, kind, set);
  const isPercent = settings.stacked === 'percent' && !isCloud;
  const isLog = settings.yScale === 'log';
  const extras: PlotExtra[] = [
    ...(isCloud ? [cloudOf(plan)] : []),
    ...(isUneven(roles, kind) ? [createMixedKinds(roles)] : []),
    ...(paired.earlier.some((one) => one)
      ? [createEarlierValues({...paired, format, timeText: earlierTime(plan, set)})]
      : []),
    ...(isPercent ? [createShares(percentFormat(plan))] : []),
    createValueRange({isLog, min: settings.yMin, max: settings.yMax}),
    ...(marks.length > 0 ? [createReferenceMarks(marks)] : []),
  ];
  const {comparedPeriod} = settings;
  const notes = plotNotes({set, marks, isLog, isPercent, roles, comparedPeriod, say});
  const glance = isCloud
    ? summarizeCloud(set, format, say)
    : summarizeSeries(set, kind, format, say);
  const summary = [glance, ...notes].join(' ');
  return {kind, set, format, say, summary, extras: composeExtras(extras)};
}

/** Where one column is bars, all stand on places, not on a scale of time. */
function baseKind({kind, encoding, settings}: SeriesPlan): SeriesPlan['kind'] {
  if (kind === 'scatter') return kind;
  const hasBars = encoding.categories.some((name) => settings.columns?.[name]?.type === 'bar');
  return hasBars ? 'bar' : kind;
}

function pairSeries(plan: SeriesPlan, kind: SeriesPlan['kind']): PairedSeries {
  const {response, encoding, settings, comparisons, otherName} = plan;
  const earlier = comparisons.flatMap((name) => name ?? []);
  const categories = [...encoding.categories, ...earlier];
  const set = buildSeries(response, {...encoding, categories}, {...settings, kind, otherName});
  // Beside a stack, a second one would be read as part of it.
  return pairEarlier(set, encoding.categories, comparisons, !settings.stacked);
}

function rolesOf({kind, settings}: SeriesPlan, {set, baseOf}: PairedSeries): SeriesRole[] {
  return set.series.map(({column}, at) => {
    const of = baseOf[at] ?? -1;
    const options = settings.columns?.[set.series[of]?.column ?? column];
    const own = options?.type ?? (kind === 'scatter' ? 'line' : kind);
    const type = of !== -1 && own === 'area' ? 'line' : own;
    const isLoose = of !== -1 || type !== (kind === 'scatter' ? 'line' : kind);
    return {type, isRight: options?.axis === 'right', isLoose};
  });
}

function isUneven(roles: readonly SeriesRole[], kind: SeriesPlan['kind']): boolean {
  return kind !== 'scatter' && roles.some(({type, isRight}) => type !== kind || isRight);
}

function placeMarks(plan: SeriesPlan, kind: SeriesPlan['kind'], set: SeriesSet): PlacedReference[] {
  const {settings, response, encoding, format} = plan;
  const type = response.meta.find(({name}) => name === encoding.index)?.type ?? '';
  return placeReferences(readReferences(settings.reference), {
    index: set.index,
    column: set.series[0]?.column ?? '',
    timeZone: parseColumnType(type).timeZone,
    isStepped: kind === 'bar',
    format,
  });
}

/** Says at each place which time its earlier values are of; empty where rows do not tell. */
function earlierTime(
  {response: {meta, data}, format, say}: SeriesPlan,
  {index, series}: SeriesSet,
) {
  const column = meta.find(({name}) => name === earlierName(index.column));
  if (!column || index.kind !== 'time') return () => '';
  const type = parseColumnType(column.type);
  const values = index.values.map((_, at) => {
    const row = series.map(({rows}) => rows[at] ?? -1).find((source) => source !== -1);
    return toEpochMs(data[row ?? -1]?.[column.name], type);
  });
  const times = {...index, values};
  return (at: number) =>
    Number.isNaN(values[at] ?? NaN) ? '' : say('versus', {value: format.indexText(times, at)});
}

function percentFormat({settings}: SeriesPlan) {
  const {locale, timeZone} = settings;
  return createValueFormat({locale, timeZone, numberFormat: 'percent'});
}

function encodeCloud({response: {meta, data}, settings, hidden}: SeriesPlan): Encoding {
  return inferEncoding(meta, data, inferCloud(meta, data, {...settings, hidden}));
}

function cloudOf({response, encoding, format, settings}: SeriesPlan): PlotExtra {
  const {meta, data} = response;
  const {size} = settings;
  const {index, groupBy, categories} = encoding;
  const taken = [index, groupBy, size, ...categories];
  const name = meta.find((column) => !taken.includes(column.name) && /String/.test(column.type));
  return createCloud({
    rows: data,
    sizes: size ? Float64Array.from(data, (row) => toNumber(row[size])) : null,
    sizeColumn: size,
    nameColumn: name?.name ?? null,
    format,
  });
}
