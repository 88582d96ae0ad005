import type {PaceFigures} from './pace-bucket.js';

/** How requests fare, for a developer's eyes. */
export interface RequestFigures {
  /** The rate limit that they draw on; null before the first. */
  readonly pace: (PaceFigures & {readonly waiting: number}) | null;
  /** HTTP status of the query's latest request; null before its answer and where none came. */
  readonly lastStatus: number | null;
  /** Requests of the whole page. */
  readonly requestsInLastMinute: number;
}
