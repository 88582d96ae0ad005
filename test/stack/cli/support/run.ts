import {spawn} from 'node:child_process';
import {PassThrough, Writable} from 'node:stream';
import {fileURLToPath} from 'node:url';
import {runCli} from '../../../../src/entries/cli/run-cli.js';

const root = fileURLToPath(new URL('../../../..', import.meta.url));

/** How a run of the command ended, and all that it wrote. */
export interface RunResult {
  readonly exitCode: number | null;
  readonly output: string;
  readonly errors: string;
  /** Both, one after the other. */
  readonly text: string;
}

type Environment = Readonly<Record<string, string>>;

/**
 * Runs the command in this process, in a project of these `files`; where `keys` is given, at a
 * terminal on which they are typed.
 */
export async function run(
  argv: readonly string[],
  environment: Environment = {},
  keys?: readonly (readonly [waitFor: RegExp, typed: string])[],
  files: Readonly<Record<string, string>> = {},
): Promise<RunResult> {
  const output = new Collector();
  const errors = new Collector();
  const input = new PassThrough();
  const isTTY = keys !== undefined;
  if (keys) output.answer(input, keys);
  const exitCode = await runCli({
    argv,
    environment,
    input: Object.assign(input, {isTTY, setRawMode: () => input}),
    output: Object.assign(output, {isTTY, columns: 100, rows: 40}),
    errors,
    fetch,
    readText: (path) => Promise.resolve(files[path] ?? null),
  });
  return toResult(exitCode, output.text, errors.text);
}

/** Runs the command as a process of its own, with nobody at a terminal. */
export function runProcess(argv: readonly string[], environment: Environment): Promise<RunResult> {
  const script = ['--import', 'tsx', 'src/entries/cli.ts'];
  const child = spawn(process.execPath, [...script, ...argv], {
    cwd: root,
    env: {PATH: process.env['PATH'], ...environment},
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [output, errors] = [new Collector(), new Collector()];
  child.stdout.pipe(output);
  child.stderr.pipe(errors);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(toResult(code, output.text, errors.text)));
  });
}

function toResult(exitCode: number | null, output: string, errors: string): RunResult {
  return {exitCode, output, errors, text: output + errors};
}

class Collector extends Writable {
  text = '';
  #onText: () => void = () => {};

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
    this.#onText();
  }

  /** Types each answer once its question is there, after the one before. */
  answer(input: PassThrough, keys: readonly (readonly [RegExp, string])[]): void {
    const waiting = [...keys];
    let seen = 0;
    this.#onText = () => {
      const [question, typed] = waiting[0] ?? [];
      if (!question?.test(this.text.slice(seen))) return;
      seen = this.text.length;
      waiting.shift();
      setImmediate(() => input.write(typed));
    };
  }
}
