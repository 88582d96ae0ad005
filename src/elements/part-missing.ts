import {NetworkError} from '../errors/network-error.js';

/** Returns the error of a file of this package that did not come, or that its hash refused. */
export function partMissing(cause: unknown): NetworkError {
  return new NetworkError(
    'A part of tinybird-chart could not be loaded. Keep all files of its folder together, reachable and unchanged.',
    {cause},
  );
}
