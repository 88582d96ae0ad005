import {CliError} from './cli-error.js';
import type {CliSystem} from './cli-system.js';

/** One answer of several. */
export interface Choice<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly hint?: string;
}

/** Questions to the person at the terminal. Each ends the command when it is called off. */
export interface Prompts {
  /** Shows nothing of what is typed. */
  secret(message: string): Promise<string>;
  text(message: string, initial?: string): Promise<string>;
  choose<V extends string>(message: string, choices: readonly Choice<V>[], first?: V): Promise<V>;
  chooseMany<V extends string>(message: string, choices: readonly Choice<V>[]): Promise<V[]>;
  confirm(message: string): Promise<boolean>;
}

/** Returns the questions, or null where nobody can answer: not a terminal. */
export async function createPrompts({input, output}: CliSystem): Promise<Prompts | null> {
  if (!input.isTTY || !output.isTTY) return null;
  // Loaded by those who are asked alone.
  const clack = await import('@clack/prompts');
  const streams = {input, output};

  const answered = <T>(answer: T): Exclude<T, symbol> => {
    if (clack.isCancel(answer)) throw new CliError('Called off. Nothing was written.', 130);
    return answer as Exclude<T, symbol>;
  };

  return {
    secret: async (message) =>
      answered(await clack.password({...streams, message, mask: '', clearOnError: true})).trim(),
    text: async (message, initial = '') => {
      const text = await clack.text({...streams, message, initialValue: initial});
      return answered<string | undefined | symbol>(text)?.trim() ?? '';
    },
    choose: async (message, choices, first) => {
      const marked = first === undefined ? {} : {initialValue: first as string};
      const options = [...choices];
      return answered(
        await clack.select<string>({...streams, message, options, ...marked}),
      ) as never;
    },
    chooseMany: async (message, choices) =>
      answered(
        await clack.multiselect<string>({...streams, message, options: [...choices]}),
      ) as never,
    confirm: async (message) => answered(await clack.confirm({...streams, message})),
  };
}
