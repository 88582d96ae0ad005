import {JwtTemplateMissingError, TokenUnavailableError} from '../errors/auth-errors.js';
import {type ChartError, isChartError} from '../errors/chart-error.js';
import {NetworkError} from '../errors/network-error.js';
import {isRecord} from './jwt-claims.js';

/** Turns what Clerk's `getToken` throws into an error of ours, by its fields and not its words. */
export function toClerkFailure(error: unknown, template: string): ChartError {
  if (isChartError(error)) return error;
  const {status, code, retryAfter}: Record<string, unknown> = isRecord(error) ? error : {};
  if (status === 404) {
    const message = `Clerk has no JWT template "${template}": create it in Clerk's dashboard.`;
    return new JwtTemplateMissingError(message, {cause: error});
  }
  if (code === 'clerk_offline' || code === 'network_error') {
    return new NetworkError('Clerk cannot be reached.', {cause: error});
  }
  return new TokenUnavailableError(`Clerk gave no token for the template "${template}".`, {
    cause: error,
    ...(typeof status === 'number' && {status}),
    ...(typeof retryAfter === 'number' && {retryAfterMs: retryAfter * 1000}),
  });
}
