/**
 * How a command ends: 0 as asked, 1 something is wrong out there, 2 the command line is,
 * 130 called off.
 */
export type ExitCode = 0 | 1 | 2 | 130;

/** What else is known of the end of a command. */
export interface CliErrorOptions extends ErrorOptions {
  /** A sentence. @default none */
  readonly fix?: string;
}

/** Ends a command. The message is for the person at the terminal and holds no secret. */
export class CliError extends Error {
  override readonly name = 'CliError';
  readonly exitCode: ExitCode;
  /** What mends it, where the message does not say so itself. */
  readonly fix: string | null;

  constructor(message: string, exitCode: ExitCode = 1, options: CliErrorOptions = {}) {
    super(message, options);
    this.exitCode = exitCode;
    this.fix = options.fix ?? null;
  }
}
