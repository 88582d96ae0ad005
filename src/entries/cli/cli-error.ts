/**
 * How a command ends: 0 as asked, 1 something is wrong out there, 2 the command line is,
 * 130 called off.
 */
export type ExitCode = 0 | 1 | 2 | 130;

/** Ends a command. The message is for the person at the terminal and holds no secret. */
export class CliError extends Error {
  override readonly name = 'CliError';
  readonly exitCode: ExitCode;

  constructor(message: string, exitCode: ExitCode = 1, options: ErrorOptions = {}) {
    super(message, options);
    this.exitCode = exitCode;
  }
}
