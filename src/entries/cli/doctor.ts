import type {ExitCode} from './cli-error.js';
import {CliError} from './cli-error.js';
import {checkLines, problem, type Check} from './check.js';
import {checkPublishableKey, checkSigningKey, clerkHostOf} from './check-clerk.js';
import {checkHost, checkToken, readHost} from './check-host.js';
import {checkPage} from './check-page.js';
import {checkPipe} from './check-pipe.js';
import {checkTemplate} from './check-template.js';
import {ClerkRefusalError, findTemplate, parseClerkApi, type ClerkAccess} from './clerk-api.js';
import {readParams, type DoctorFlags} from './flags.js';
import {createPrompts} from './prompts.js';
import type {CommandContext} from './run-cli.js';
import {CLERK_SECRET_NAMES, readPublishableKey, TINYBIRD_TOKEN_NAMES} from './secrets.js';
import {UnreachableError} from './send-request.js';
import type {Workspace} from './tinybird-api.js';

const EXAMPLE =
  'npx tinybird-chart doctor --host https://api.us-east.aws.tinybird.co --pipe visits_over_time';

/** What a doctor goes by. */
interface Patient {
  readonly host: string;
  readonly pipes: readonly string[];
  readonly tenantParam: string | null;
  readonly token: string | null;
  readonly clerkSecret: string | null;
  readonly publishableKey: string | null;
}

/**
 * `doctor`: checks a set-up from end to end, and names the fix of each thing that is wrong.
 * Returns 1 where something has failed.
 *
 * @throws {CliError} for a command line that lacks something.
 */
export async function doctor(context: CommandContext, flags: DoctorFlags): Promise<ExitCode> {
  const {console} = context;
  const patient = await readPatient(context, flags);
  const checks: Check[] = [];
  const add = (found: readonly Check[]) => {
    checks.push(...found);
    if (!flags.json) for (const check of found) console.print(...checkLines(check));
  };

  add(await checkHost(patient.host, context.system.fetch));
  const isReachable = checks.every(({status}) => status !== 'failed');
  const workspace = isReachable ? await checkTinybird(context, flags, patient, add) : null;
  await checkClerk(context, flags, patient, workspace, add);
  if (flags.page !== undefined && isReachable) add(await checkPageOf(context, flags, patient));

  const failed = checks.filter(({status}) => status === 'failed').length;
  if (flags.json) console.print(JSON.stringify({failed, checks}, null, 2));
  else console.print('', `${checks.length} checks, ${failed} failed.`);
  return failed > 0 ? 1 : 0;
}

async function readPatient(
  {secrets, system}: CommandContext,
  flags: DoctorFlags,
): Promise<Patient> {
  if (flags.host === undefined || flags.pipe === undefined) {
    const missing = [flags.host === undefined && '--host', flags.pipe === undefined && '--pipe'];
    throw new CliError(`Missing: ${missing.filter(Boolean).join(', ')}.`, 2, {fix: EXAMPLE});
  }
  const host = readHost(flags.host, flags['allow-host']);
  const prompts = flags.json ? null : await createPrompts(system);
  const read = async (names: readonly string[], message: string) => {
    const value = secrets.read(names) ?? (await prompts?.secret(message)) ?? '';
    return value === '' ? null : secrets.remember(value);
  };
  return {
    host,
    pipes: flags.pipe,
    tenantParam: flags['tenant-param'] ?? null,
    token: await read(TINYBIRD_TOKEN_NAMES, 'Workspace admin token of Tinybird (nothing: skips)'),
    clerkSecret: await read(CLERK_SECRET_NAMES, "Clerk's secret key (nothing: skips)"),
    publishableKey: readPublishableKey(flags['publishable-key'], system.environment),
  };
}

type Add = (checks: readonly Check[]) => void;

async function checkTinybird(
  {system}: CommandContext,
  flags: DoctorFlags,
  {host, token, pipes, tenantParam}: Patient,
  add: Add,
): Promise<Workspace | null> {
  if (token === null) {
    const fix = `Set ${TINYBIRD_TOKEN_NAMES[0]} to the workspace admin token.`;
    add([problem('token', 'unknown', 'no token of Tinybird to look with', fix)]);
    return null;
  }
  const access = {host, token, fetch: system.fetch};
  const {check, workspace} = await checkToken(access);
  add([check]);
  if (!workspace) return null;
  const params = readParams(flags.param);
  for (const pipe of pipes) {
    const param = flags['all-rows'] ? null : (tenantParam ?? 'org');
    add(await checkPipe({access, workspace, pipe, tenantParam: param, params}));
  }
  return workspace;
}

async function checkClerk(
  {system}: CommandContext,
  flags: DoctorFlags,
  patient: Patient,
  workspace: Workspace | null,
  add: Add,
): Promise<void> {
  const {clerkSecret, publishableKey, token} = patient;
  if (publishableKey !== null) add([checkPublishableKey(publishableKey, clerkSecret)]);
  if (clerkSecret === null) {
    const fix = `Set ${CLERK_SECRET_NAMES[0]} to the secret key of the application.`;
    add([problem('template', 'unknown', 'no secret key of Clerk to look with', fix)]);
    return;
  }
  const access: ClerkAccess = {
    api: parseClerkApi(flags['clerk-api']),
    secretKey: clerkSecret,
    fetch: system.fetch,
  };
  try {
    const template = await findTemplate(access, flags.template);
    if (!template) {
      const fix = 'Run `npx tinybird-chart init`, which makes it, or name yours with --template.';
      add([problem('template', 'failed', `there is none called "${flags.template}"`, fix)]);
      return;
    }
    const workspaceId = workspace?.id ?? null;
    const {pipes, tenantParam} = patient;
    const allRows = flags['all-rows'];
    add(checkTemplate({template, workspaceId, pipes, tenantParam, allRows}));
    const sessionId = flags.session ?? null;
    add([await checkSigningKey({access, template: flags.template, sessionId, token})]);
  } catch (error) {
    if (!(error instanceof ClerkRefusalError || error instanceof UnreachableError)) throw error;
    const fix = error.fix ?? 'Try again, and see https://status.clerk.com.';
    add([problem('template', 'failed', error.message, fix)]);
  }
}

function checkPageOf(
  {system}: CommandContext,
  flags: DoctorFlags,
  {host, pipes, publishableKey}: Patient,
): Promise<readonly Check[]> {
  const text = flags.page ?? '';
  if (!URL.canParse(text) || !/^https?:/.test(text)) {
    throw new CliError('--page takes an http(s) address.', 2);
  }
  return checkPage({
    page: new URL(text),
    host,
    pipe: pipes[0] ?? null,
    clerkHost: publishableKey === null ? null : clerkHostOf(publishableKey),
    allowedHosts: flags['allow-host'] ?? [],
    fetch: system.fetch,
  });
}
