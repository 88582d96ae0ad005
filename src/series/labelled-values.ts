import {ColumnError} from '../errors/column-error.js';
import type {PipeResponse} from '../tinybird/pipe-response.js';
import {buildSeries} from './build-series.js';
import type {BuildSeriesOptions} from './series-in-steps.js';
import {toNumber} from './cell-value.js';
import type {ValueFormat} from './format-value.js';
import type {Encoding, SeriesSet} from './series-set.js';

/** One number of a list and what it stands for. */
export interface LabelledValue {
  /** Place in the index of the series set. */
  readonly at: number;
  readonly label: string;
  readonly value: number;
  /** The value with all its digits. */
  readonly text: string;
}

/** The first number column of an answer as a list in the order of the answer. */
export interface LabelledValues {
  readonly set: SeriesSet;
  readonly column: string;
  readonly items: readonly LabelledValue[];
}

/**
 * Builds the list. Empty cells are left out.
 *
 * @throws {ColumnError} when there is no number column to draw.
 */
export function buildLabelledValues(
  response: Pick<PipeResponse, 'meta' | 'data'>,
  encoding: Encoding,
  format: ValueFormat,
  options: BuildSeriesOptions,
): LabelledValues {
  const plain = {...encoding, groupBy: null, categories: encoding.categories.slice(0, 1)};
  const set = buildSeries(response, plain, options);
  const [series] = set.series;
  if (!series) throw new ColumnError('', 'The answer has no number column to draw.');
  const {column, values, rows} = series;
  const items = Array.from(values, (value, at): LabelledValue => {
    const cell = response.data[rows[at] ?? -1]?.[column];
    const text = format.full(toNumber(cell) === value ? cell : value, column);
    return {at, value, text, label: format.indexText(set.index, at)};
  });
  return {set, column, items: items.filter(({value}) => !Number.isNaN(value))};
}
