import {TokenUnavailableError} from '../errors/auth-errors.js';
import {type ChartError, isChartError} from '../errors/chart-error.js';

/** Returns `error` when it is one of ours, else a retryable error that carries it. */
export function toTokenError(error: unknown, what: string): ChartError {
  if (isChartError(error)) return error;
  return new TokenUnavailableError(`${what} failed; tried again.`, {cause: error});
}
