import {ChartError, type ChartErrorDetails} from './chart-error.js';

/** The answer is not what a pipe endpoint sends. `issues` lists where it differs. */
export class UnexpectedResponseError extends ChartError {
  readonly issues: readonly string[];

  constructor(message: string, details?: ChartErrorDetails & {issues?: readonly string[]}) {
    super('unexpected-response', message, details);
    this.issues = details?.issues ?? [];
  }
}

/** A column asked for is absent or cannot be drawn. */
export class ColumnError extends ChartError {
  readonly column: string;

  constructor(column: string, message: string, details?: ChartErrorDetails) {
    super('column', message, details);
    this.column = column;
  }
}

/** There are no rows on screen to save as a picture. */
export class ExportError extends ChartError {
  constructor(message: string, details?: ChartErrorDetails) {
    super('nothing-drawn', message, details);
  }
}
