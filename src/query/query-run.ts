import {isChartError, type ChartError} from '../errors/chart-error.js';
import {UnexpectedResponseError} from '../errors/request-errors.js';
import type {PipeAnswer, TinybirdClient} from '../tinybird/tinybird-client.js';
import type {QueryRequest} from './query-key.js';

/** What a run needs to know and whom it tells. After `abort` it tells nobody. */
export interface QueryRunOptions {
  readonly client: TinybirdClient;
  readonly request: QueryRequest;
  readonly isPolling: boolean;
  readonly isOnScreen: () => boolean;
  readonly onRows: (answer: PipeAnswer) => void;
  readonly onFailure: (error: ChartError) => void;
}

/** One way from question to answer: token, permit, request. */
export class QueryRun {
  readonly #abort = new AbortController();
  readonly #options: QueryRunOptions;
  #isPolling: boolean;

  constructor(options: QueryRunOptions) {
    this.#options = options;
    this.#isPolling = options.isPolling;
    void this.#ask();
  }

  /** Somebody waits for the answer now: lifts the limits of polling. */
  urge(): void {
    this.#isPolling = false;
    this.#options.client.pacer.reconsider();
  }

  abort(): void {
    this.#abort.abort();
  }

  async #ask(): Promise<void> {
    const {client, request, isOnScreen, onRows, onFailure} = this.#options;
    const {signal} = this.#abort;
    const priority = {isOnScreen, isPolling: () => this.#isPolling};
    // Every query of the page drops its old rows before the first one asks for new ones.
    await Promise.resolve();
    if (signal.aborted) return;
    const tell = (step: () => void) => {
      if (!signal.aborted) step();
    };
    await client.queryPipe(request, {...request, priority, signal}).then(
      (answer) => tell(() => onRows(answer)),
      (error: unknown) => tell(() => onFailure(isChartError(error) ? error : toUnexpected(error))),
    );
  }
}

function toUnexpected(cause: unknown): ChartError {
  return new UnexpectedResponseError('Something outside of Tinybird broke the request.', {cause});
}
