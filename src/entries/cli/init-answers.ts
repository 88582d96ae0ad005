import {parsePipeName} from '../../tinybird/pipe-params.js';
import {ChartError} from '../../errors/chart-error.js';
import {DEFAULT_HOST} from '../../tinybird/host.js';
import {REGION_HOSTS} from '../../tinybird/regions.js';
import {CliError} from './cli-error.js';
import {readChoice, readWhole, type InitFlags} from './flags.js';
import {FRAMEWORKS, readProject, type Framework} from './project.js';
import type {Choice, Prompts} from './prompts.js';
import type {CommandContext} from './run-cli.js';
import {CLERK_SECRET_NAMES, readPublishableKey, TINYBIRD_TOKEN_NAMES} from './secrets.js';
import {readStaticToken} from './static-token.js';
import {TENANTS, type Tenant} from './template-claims.js';
import {
  fetchEndpoints,
  fetchRegions,
  type Pipe,
  type TinybirdAccess,
  type Workspace,
} from './tinybird-api.js';

/** Everything that `init` has to know. */
export interface InitAnswers {
  readonly access: TinybirdAccess;
  readonly workspace: Workspace;
  readonly pipes: readonly string[];
  /** Null where everybody may read all rows. */
  readonly tenantParam: string | null;
  readonly tenant: Tenant;
  readonly rps: number;
  readonly lifetimeS: number;
  /** Null: the template is printed to be pasted. */
  readonly clerkSecret: string | null;
  readonly publishableKey: string | null;
  readonly framework: Framework;
  readonly isTypeScript: boolean;
}

/** Opens a workspace with a token; it has been checked. */
type Open = (
  token: string,
  host: string,
) => Promise<{readonly access: TinybirdAccess; readonly workspace: Workspace}>;

/** Parameters that usually keep tenants apart. */
const USUAL = /^(org|organization|tenant|customer|account|company|workspace|user)(_?(id|slug))?$/i;
const ALL_ROWS = '--all-rows';

/**
 * Takes what flags and environment say, and asks for the rest.
 * @throws {CliError} naming everything that is missing, where nobody can be asked.
 */
export async function answerInit(
  context: CommandContext,
  flags: InitFlags,
  prompts: Prompts | null,
  open: Open,
): Promise<InitAnswers> {
  const {secrets, system} = context;
  const tenant = readChoice('tenant', flags.tenant, TENANTS);
  const rps = readWhole('rps', flags.rps, [1, 1000]);
  const lifetimeS = readWhole('lifetime', flags.lifetime, [30, 86_400]);
  const framework = flags.framework && readChoice('framework', flags.framework, FRAMEWORKS);
  const given = secrets.read(TINYBIRD_TOKEN_NAMES);
  if (!prompts) refuseGaps(flags, given);

  const token =
    given ?? secrets.remember((await prompts?.secret('Workspace admin token of Tinybird')) ?? '');
  const host = flags.host ?? (await chooseHost(system.fetch, token, prompts));
  const {access, workspace} = await open(token, host);
  const endpoints = prompts ? await fetchEndpoints(access) : [];
  const known = typeof endpoints === 'number' ? [] : endpoints;
  const pipes = readPipes(flags.pipe ?? (await choosePipes(known, prompts)));
  const tenantParam = flags['all-rows']
    ? null
    : (flags['tenant-param'] ?? (await chooseParam(known, pipes, prompts)));
  const clerkSecret =
    secrets.read(CLERK_SECRET_NAMES) ??
    (await prompts?.secret("Clerk's secret key, sk_… (nothing: prints the template to paste)")) ??
    '';
  const project = await readProject(system);
  return {
    access,
    workspace,
    pipes,
    tenantParam,
    tenant,
    rps,
    lifetimeS,
    clerkSecret: clerkSecret === '' ? null : secrets.remember(clerkSecret),
    publishableKey: readPublishableKey(flags['publishable-key'], system.environment),
    framework:
      framework ||
      ((await prompts?.choose('For', choicesOf(FRAMEWORKS), project.framework)) ??
        project.framework),
    isTypeScript: project.isTypeScript,
  };
}

function refuseGaps(flags: InitFlags, token: string | null): void {
  const missing = [
    ...(token === null ? [`${TINYBIRD_TOKEN_NAMES[0]} (environment)`] : []),
    ...(flags.host === undefined ? ['--host'] : []),
    ...(flags.pipe === undefined ? ['--pipe'] : []),
    ...(flags['tenant-param'] === undefined && !flags['all-rows']
      ? [`--tenant-param (or ${ALL_ROWS})`]
      : []),
  ];
  if (missing.length === 0) return;
  throw new CliError(`Nobody can be asked here. Missing: ${missing.join(', ')}.`, 2);
}

/** The region that the token names; where it names none, the person knows. */
async function chooseHost(
  send: typeof fetch,
  token: string,
  prompts: Prompts | null,
): Promise<string> {
  const key = readStaticToken(token)?.region ?? null;
  const regions = key === null ? [] : await fetchRegions(send, DEFAULT_HOST);
  const own = regions.find((region) => region.key === key);
  if (own) return own.host;
  const other = 'Another address';
  const choices = choicesOf([...REGION_HOSTS, other]);
  const chosen = (await prompts?.choose('API address of the workspace', choices)) ?? DEFAULT_HOST;
  return chosen === other ? ((await prompts?.text('Address')) ?? '') : chosen;
}

async function choosePipes(
  endpoints: readonly Pipe[],
  prompts: Prompts | null,
): Promise<readonly string[]> {
  if (!prompts) return [];
  const choices = endpoints.map(({name, parameters}): Choice<string> => ({
    value: name,
    label: name,
    hint: parameters.map((each) => each.name).join(', ') || 'no parameters',
  }));
  if (choices.length === 0) return [await prompts.text('Name of the endpoint to draw')];
  return prompts.chooseMany('Endpoints to draw', choices);
}

async function chooseParam(
  endpoints: readonly Pipe[],
  pipes: readonly string[],
  prompts: Prompts | null,
): Promise<string | null> {
  const chosen = endpoints.filter(({name}) => pipes.includes(name));
  const names = [...new Set(chosen.flatMap(({parameters}) => parameters.map(({name}) => name)))];
  const shared = names.filter((name) =>
    chosen.every(({parameters}) => parameters.some((each) => each.name === name)),
  );
  const sorted = shared.sort((a, b) => Number(USUAL.test(b)) - Number(USUAL.test(a)));
  const choices = [
    ...choicesOf(sorted),
    {value: ALL_ROWS, label: 'None: everybody may read all rows'},
  ];
  const answer = await prompts?.choose('Parameter that keeps tenants apart', choices);
  return answer === undefined || answer === ALL_ROWS ? null : answer;
}

function readPipes(names: readonly string[]): readonly string[] {
  try {
    return [...new Set(names.map(parsePipeName))];
  } catch (error) {
    if (error instanceof ChartError) throw new CliError(error.message, 2, {cause: error});
    throw error;
  }
}

function choicesOf<V extends string>(values: readonly V[]): Choice<V>[] {
  return values.map((value) => ({value, label: value}));
}
