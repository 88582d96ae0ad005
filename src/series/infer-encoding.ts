import {runAtOnce} from '../lib/steps.js';
import type {ColumnMeta, Row} from '../tinybird/pipe-response.js';
import {encodingInSteps, type EncodingRequest} from './encoding-in-steps.js';
import type {Encoding} from './series-set.js';

/**
 * Picks x, y and split columns for an answer, all at once.
 *
 * @throws {ColumnError} when a column named by the author is absent.
 */
export function inferEncoding(
  meta: readonly ColumnMeta[],
  data: readonly Row[],
  request?: EncodingRequest,
): Encoding {
  return runAtOnce(encodingInSteps(meta, data, request));
}
