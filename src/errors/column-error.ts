import {ChartError, type ChartErrorDetails} from './chart-error.js';

/** A column asked for is absent or cannot be drawn. */
export class ColumnError extends ChartError {
  readonly column: string;

  constructor(column: string, message: string, details?: ChartErrorDetails) {
    super('column', message, details);
    this.column = column;
  }
}
