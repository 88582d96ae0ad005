import {CliError} from './cli-error.js';

/** Names of environment variables, the first that is set counts. */
export const TINYBIRD_TOKEN_NAMES = ['TINYBIRD_TOKEN', 'TB_TOKEN', 'TINYBIRD_ADMIN_TOKEN'];
export const CLERK_SECRET_NAMES = ['CLERK_SECRET_KEY'];

const PUBLISHABLE_KEY_NAMES = [
  'CLERK_PUBLISHABLE_KEY',
  'NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY',
  'VITE_CLERK_PUBLISHABLE_KEY',
];

/** Returns the publishable key, which is no secret, from its flag or the usual variables. */
export function readPublishableKey(
  flag: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): string | null {
  const names = PUBLISHABLE_KEY_NAMES.map((name) => environment[name]);
  return [flag, ...names].find(Boolean) ?? null;
}

/** Samples: `p.eyJ1Ijoi…`, `sk_test_…`, `eyJhbGciOi….eyJ…` */
const SECRET = /p\.eyJ|sk_(test|live)_|eyJ[\w-]+\.eyJ/;

/** @throws {CliError} when a secret stands where the shell's history and other programs see it. */
export function refuseSecretsIn(argv: readonly string[]): void {
  if (!argv.some((argument) => SECRET.test(argument))) return;
  throw new CliError(
    'A secret stands in the command line, which other programs and the history of the shell can ' +
      `read. Give it as ${TINYBIRD_TOKEN_NAMES[0]} or ${CLERK_SECRET_NAMES[0]} in the environment, ` +
      'or leave it out to be asked. Refresh the one that was typed.',
    2,
  );
}

/** The secrets of one run. They are in memory only, and `mask` keeps them out of what is printed. */
export class Secrets {
  readonly #environment: Readonly<Record<string, string | undefined>>;
  readonly #known = new Set<string>();

  constructor(environment: Readonly<Record<string, string | undefined>>) {
    this.#environment = environment;
  }

  /** Returns the first variable that is set, or null. */
  read(names: readonly string[]): string | null {
    const value = names.map((name) => this.#environment[name]?.trim()).find(Boolean);
    return value === undefined ? null : this.remember(value);
  }

  /** Notes a secret that came in another way. */
  remember(value: string): string {
    this.#known.add(value);
    return value;
  }

  /** Replaces every secret in a text. */
  mask(text: string): string {
    return [...this.#known].reduce((masked, secret) => masked.replaceAll(secret, '…'), text);
  }
}
