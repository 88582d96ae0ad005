import {SignedOutError, TokenUnavailableError} from '../errors/auth-errors.js';
import type {ChartError} from '../errors/chart-error.js';
import type {AuthState} from './token-source.js';

/** Returns why a source in `state`, which has no identity, gives no token for `pipe`. */
export function toRefusal(state: AuthState, pipe: string): ChartError {
  if (state.status === 'failed') return state.error;
  if (state.status === 'signed-out') return new SignedOutError(undefined, {pipe});
  if (state.status === 'waiting' && state.error) return state.error;
  return new TokenUnavailableError('It is not known yet who is signed in.', {pipe});
}
