import {CliError, type ExitCode} from './cli-error.js';
import {checkLines, type Check} from './check.js';
import {checkHost, checkToken, readHost} from './check-host.js';
import {checkPipe} from './check-pipe.js';
import {checkPublishableKey} from './check-clerk.js';
import {doctorCommand} from './doctor-command.js';
import {readParams, type InitFlags} from './flags.js';
import {createPrompts} from './prompts.js';
import {answerInit, type InitAnswers} from './init-answers.js';
import {publishTemplate} from './publish-template.js';
import type {CommandContext} from './run-cli.js';
import {toSnippet} from './snippet.js';
import type {TinybirdAccess, Workspace} from './tinybird-api.js';

/**
 * `init`: checks host, token and pipes, makes the JWT template or prints it, and prints the tag.
 * Writes nothing before everything is checked and the template has been shown.
 *
 * @throws {CliError} for the first thing that is wrong, with what fixes it.
 */
export async function init(context: CommandContext, flags: InitFlags): Promise<ExitCode> {
  const {system, console} = context;
  const prompts = flags.yes ? null : await createPrompts(system);
  const answers = await answerInit(context, flags, prompts, async (token, host) => {
    const access = {host: readHost(host, flags['allow-host']), token, fetch: system.fetch};
    return {access, workspace: await findWorkspace(context, access)};
  });
  await checkPipes(context, flags, answers);
  const {publishableKey} = answers;
  if (publishableKey !== null) {
    report(context, [checkPublishableKey(publishableKey, answers.clerkSecret)]);
  }
  console.print('');
  await publishTemplate(context, flags, answers, prompts);
  console.print('', `For the page, ${answers.framework}:`, '');
  console.print(
    toSnippet(answers.framework, {
      host: answers.access.host,
      pipes: answers.pipes,
      publishableKey,
      template: flags.template,
      isTypeScript: answers.isTypeScript,
      tenancy:
        answers.tenantParam === null ? 'none' : answers.tenant === 'user-id' ? 'user' : 'auto',
    }),
  );
  console.print('', 'To check it at any time:', doctorCommand(answers, flags));
  return 0;
}

async function findWorkspace(context: CommandContext, access: TinybirdAccess): Promise<Workspace> {
  report(context, await checkHost(access.host, access.fetch));
  const {check, workspace} = await checkToken(access);
  report(context, [check]);
  if (!workspace) throw new CliError('Nothing was written.');
  return workspace;
}

async function checkPipes(
  context: CommandContext,
  flags: InitFlags,
  {access, workspace, pipes, tenantParam}: InitAnswers,
): Promise<void> {
  const params = readParams(flags.param);
  const checks: Check[] = [];
  for (const pipe of pipes) {
    checks.push(...(await checkPipe({access, workspace, pipe, tenantParam, params})));
  }
  report(context, checks);
}

/** Prints checks. @throws {CliError} where one has failed. */
function report({console}: CommandContext, checks: readonly Check[]): void {
  for (const check of checks) console.print(...checkLines(check));
  if (checks.some(({status}) => status === 'failed')) throw new CliError('Nothing was written.');
}
