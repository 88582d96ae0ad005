import type {TokenClaims} from '../auth/token-source.js';
import type {RequestFigures} from '../tinybird/request-figures.js';

/** What may be known of a query besides its rows, for a developer's eyes. */
export interface QueryFigures extends RequestFigures {
  /** Claims of the present token; null without one, and for tokens that are not JWTs. */
  readonly claims: TokenClaims | null;
  /** Server's clock minus the device's; null where nothing was learnt of it. */
  readonly skewMs: number | null;
  /** Time between refetches that all charts on this query together ask for; Infinity for none. */
  readonly intervalMs: number;
  /** The same for every query of the page that has charts, this one included. */
  readonly pageIntervalsMs: readonly number[];
}
