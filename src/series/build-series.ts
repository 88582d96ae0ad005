import {runAtOnce} from '../lib/steps.js';
import type {PipeResponse} from '../tinybird/pipe-response.js';
import {gatherCategories} from './gather-categories.js';
import {seriesInSteps, type BuildSeriesOptions} from './series-in-steps.js';
import type {Encoding, SeriesSet} from './series-set.js';

/**
 * Turns rows into series over one shared index, all at once; keeps the `top` categories where there
 * is no split.
 *
 * @throws {ColumnError} when there is no number column to draw.
 */
export function buildSeries(
  response: Pick<PipeResponse, 'meta' | 'data'>,
  encoding: Encoding,
  options: BuildSeriesOptions,
): SeriesSet {
  const {top, otherName = 'Other'} = options;
  const set = runAtOnce(seriesInSteps(response, encoding, options));
  return top && encoding.groupBy === null ? gatherCategories(set, top, otherName) : set;
}
