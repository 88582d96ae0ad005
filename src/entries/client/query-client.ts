import type {Organization} from '../../auth/token-source.js';
import type {ChartError} from '../../errors/chart-error.js';
import type {PipeParams} from '../../tinybird/pipe-request.js';
import type {PipeResponse} from '../../tinybird/pipe-response.js';
import type {WatchState} from './watch-state.js';

/** How a pipe is asked once. */
export interface QueryOptions {
  /** Gives up; the promise rejects with its reason. */
  readonly signal?: AbortSignal | undefined;
}

/** How a pipe is asked again and again. */
export interface WatchOptions {
  /** Seconds between refetches, at least 1. @default off */
  readonly refreshInterval?: number | undefined;
  /** False for rows that nobody sees now: others go first. @default true */
  readonly onScreen?: boolean | undefined;
  /** Stops the watch. */
  readonly signal?: AbortSignal | undefined;
}

/** A pipe that is watched. */
export interface Watch {
  readonly state: WatchState;
  /** Asks now, also where an error had stopped the watch; `state` tells what comes of it. */
  readonly refetch: () => void;
  /** Ends the watch: `callback` is not called again. */
  readonly stop: () => void;
}

/** Who is signed in, as far as it is known. */
export interface ClientSession {
  readonly status: 'waiting' | 'signed-out' | 'signed-in' | 'failed';
  readonly userId: string | null;
  readonly organization: Organization | null;
  readonly error: ChartError | null;
}

/** What a token is wanted for. */
export interface TokenOptions {
  /** Pipe whose scope is checked. */
  readonly pipe: string;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Asks Tinybird for the visitor who is signed in. Everything of a page shares tokens, rows and
 * rate limit, the elements included, and rows of one tenant never answer for another.
 */
export interface TinybirdQueryClient {
  /**
   * Resolves with the rows of a pipe, those of the last 10 seconds included. Waits for a visitor
   * and through rate limits, without end unless `signal` ends it. What is kept of the rows is the
   * caller's to drop when the visitor changes; `watch` says when.
   *
   * @throws {ChartError} for wrong input, when nobody is signed in, when another visitor comes
   *   meanwhile, and for the first failure that a chart would show; `signal.reason` when aborted.
   */
  query(pipe: string, params?: PipeParams, options?: QueryOptions): Promise<PipeResponse>;
  /**
   * Follows the rows of a pipe: `callback` gets each new state, the present one excepted. When the
   * visitor changes it is called without rows before anything is asked for the next one. Never
   * throws; wrong input is a state.
   */
  watch(
    pipe: string,
    params: PipeParams,
    options: WatchOptions,
    callback: (state: WatchState) => void,
  ): Watch;
  /** Who is signed in. Of `getToken`, `tokenEndpoint` known once somebody has asked. */
  readonly session: ClientSession;
  /** Calls back after each change of `session`. */
  observeSession(callback: () => void): () => void;
  /**
   * Gives a token that is valid now and passes the tenant guard for a pipe. Pages that send it
   * themselves do without pacing and guard: prefer `query`.
   *
   * @throws {ChartError} when there is none; `signal.reason` when aborted.
   */
  getToken(options: TokenOptions): Promise<string>;
}
