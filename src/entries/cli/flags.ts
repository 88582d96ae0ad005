import {parseArgs} from 'node:util';
import {CliError} from './cli-error.js';

const SHARED = {
  host: {type: 'string'},
  pipe: {type: 'string', multiple: true},
  param: {type: 'string', multiple: true},
  'tenant-param': {type: 'string'},
  'all-rows': {type: 'boolean', default: false},
  template: {type: 'string', default: 'tinybird'},
  'publishable-key': {type: 'string'},
  'allow-host': {type: 'string', multiple: true},
  'clerk-api': {type: 'string', default: 'https://api.clerk.com'},
} as const;

const INIT = {
  ...SHARED,
  tenant: {type: 'string', default: 'org-slug'},
  rps: {type: 'string', default: '10'},
  lifetime: {type: 'string', default: '300'},
  framework: {type: 'string'},
  yes: {type: 'boolean', default: false},
  update: {type: 'boolean', default: false},
  'dry-run': {type: 'boolean', default: false},
} as const;

const DOCTOR = {
  ...SHARED,
  page: {type: 'string'},
  session: {type: 'string'},
  json: {type: 'boolean', default: false},
} as const;

/** Flags of `init`; those with a default are always set. */
export type InitFlags = ReturnType<typeof parseInitFlags>;

/** Flags of `doctor`. */
export type DoctorFlags = ReturnType<typeof parseDoctorFlags>;

/** @throws {CliError} for flags that are not known or lack their value. */
export function parseInitFlags(args: readonly string[]) {
  return asUsage(() => parseArgs({args: [...args], options: INIT, strict: true}).values);
}

/** @throws {CliError} for flags that are not known or lack their value. */
export function parseDoctorFlags(args: readonly string[]) {
  return asUsage(() => parseArgs({args: [...args], options: DOCTOR, strict: true}).values);
}

/**
 * Reads `name=value` pairs of `--param`.
 * @throws {CliError} for one without `=`.
 */
export function readParams(pairs: readonly string[] = []): Record<string, string> {
  const entries = pairs.map((pair) => {
    const [name = '', ...rest] = pair.split('=');
    if (name && rest.length > 0) return [name, rest.join('=')] as const;
    throw new CliError(`--param takes name=value, got "${pair}".`, 2);
  });
  return Object.fromEntries(entries);
}

/** @throws {CliError} when the text is not a whole number in the range. */
export function readWhole(flag: string, text: string, [low, high]: [number, number]): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= low && value <= high) return value;
  throw new CliError(`--${flag} takes a whole number from ${low} to ${high}, got "${text}".`, 2);
}

/** @throws {CliError} when the text is none of the choices. */
export function readChoice<C extends string>(flag: string, text: string, choices: readonly C[]): C {
  const choice = choices.find((each) => each === text);
  if (choice !== undefined) return choice;
  throw new CliError(`--${flag} takes ${choices.join(', ')}, got "${text}".`, 2);
}

function asUsage<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new CliError(`${error.message} See: npx tinybird-chart --help`, 2, {cause: error});
  }
}
