import {ChartError, type ChartErrorDetails} from './chart-error.js';

/** There are no rows on screen to save as a picture. */
export class ExportError extends ChartError {
  constructor(message: string, details?: ChartErrorDetails) {
    super('nothing-drawn', message, details);
  }
}
