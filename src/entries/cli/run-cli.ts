import {CliError, type ExitCode} from './cli-error.js';
import type {CliSystem} from './cli-system.js';
import {Console} from './console.js';
import {parseDoctorFlags, parseInitFlags} from './flags.js';
import {HELP_TEXT} from './help-text.js';
import {refuseSecretsIn, Secrets} from './secrets.js';

/** What every command is given. */
export interface CommandContext {
  readonly system: CliSystem;
  readonly secrets: Secrets;
  readonly console: Console;
}

/** Runs `init`, `doctor` or the help, and returns the exit code. Secrets are never printed. */
export async function runCli(system: CliSystem): Promise<ExitCode> {
  const secrets = new Secrets(system.environment);
  const console = new Console(system, secrets);
  const context = {system, secrets, console};
  try {
    return await runCommand(context);
  } catch (error) {
    if (error instanceof CliError) {
      console.complain(error.message, ...(error.fix === null ? [] : [`fix: ${error.fix}`]));
      return error.exitCode;
    }
    // A mistake of this program; its text passes the console, so that no secret is in it.
    console.complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return 1;
  }
}

async function runCommand(context: CommandContext): Promise<ExitCode> {
  const {argv} = context.system;
  refuseSecretsIn(argv);
  const [command, ...args] = argv;
  if (command === undefined || argv.some((argument) => /^(help|--help|-h)$/.test(argument))) {
    context.console.print(HELP_TEXT.trimEnd());
    return command === undefined ? 2 : 0;
  }
  if (command === 'init') {
    const flags = parseInitFlags(args);
    const {init} = await import('./init.js');
    return init(context, flags);
  }
  if (command === 'doctor') {
    const flags = parseDoctorFlags(args);
    const {doctor} = await import('./doctor.js');
    return doctor(context, flags);
  }
  throw new CliError('The commands are init and doctor. See: npx tinybird-chart --help', 2);
}
