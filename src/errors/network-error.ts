import {ChartError, type ChartErrorDetails} from './chart-error.js';

/** The request did not get an answer: offline, DNS, CORS, an ad blocker. */
export class NetworkError extends ChartError {
  constructor(message: string, details?: ChartErrorDetails) {
    super('network', message, {...details, retryable: true});
  }
}
