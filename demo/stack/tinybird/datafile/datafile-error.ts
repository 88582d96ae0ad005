/** A data file that cannot be loaded; the message reads `file:line: reason`. */
export class DatafileError extends Error {
  override readonly name = 'DatafileError';
  readonly file: string;
  /** Line of the file, counted from 1. */
  readonly line: number;
  readonly reason: string;

  constructor(file: string, line: number, reason: string, options?: ErrorOptions) {
    super(`${file}:${line}: ${reason}`, options);
    this.file = file;
    this.line = line;
    this.reason = reason;
  }
}
