import {CliError} from './cli-error.js';
import {
  findTemplate,
  parseClerkApi,
  writeTemplate,
  type ClerkAccess,
  type JwtTemplate,
  type TemplateSettings,
} from './clerk-api.js';
import type {InitFlags} from './flags.js';
import type {InitAnswers} from './init-answers.js';
import {lineDifference} from './line-difference.js';
import type {Prompts} from './prompts.js';
import type {CommandContext} from './run-cli.js';
import {toTemplateSettings} from './template-claims.js';

/**
 * Shows the template, and what it changes of the one that is there; then writes it where it is
 * confirmed. Without a secret key it is printed to be pasted.
 *
 * @throws {CliError} when nobody has confirmed it, and when Clerk refuses it.
 */
export async function publishTemplate(
  context: CommandContext,
  flags: InitFlags,
  answers: InitAnswers,
  prompts: Prompts | null,
): Promise<void> {
  const {console, system} = context;
  const {clerkSecret, workspace} = answers;
  const plan = {...answers, workspaceId: workspace.id};
  const name = flags.template;
  if (clerkSecret === null) {
    printToPaste(context, name, toTemplateSettings(plan));
    return;
  }
  const access: ClerkAccess = {
    api: parseClerkApi(flags['clerk-api']),
    secretKey: clerkSecret,
    fetch: system.fetch,
  };
  const present = await findTemplate(access, name);
  const settings = toTemplateSettings(plan, present);
  const isChange = show(context, name, settings, present);
  if (flags['dry-run']) {
    console.print('', 'Dry run: nothing was written.');
    return;
  }
  await confirmWrite({flags, prompts, isChange, isThere: present !== null, name});
  await writeTemplate(access, {...settings, name, id: present?.id ?? null}, answers.access.token);
  console.print('', `${present ? 'Changed' : 'Created'} the JWT template "${name}" in Clerk.`);
}

/** Prints a template, or its difference. Returns whether it takes something from what is there. */
function show(
  {console}: CommandContext,
  name: string,
  settings: TemplateSettings,
  present: JwtTemplate | null,
): boolean {
  if (!present) {
    console.print(`New JWT template "${name}":`, toText(settings));
    console.print('Its signing key will be the workspace admin token, which is not shown.');
    return false;
  }
  const {claims, lifetime, allowed_clock_skew, signing_algorithm} = present;
  const before = toText({claims, lifetime, allowed_clock_skew, signing_algorithm});
  const difference = lineDifference(before, toText(settings));
  console.print(
    difference
      ? `Changes to the JWT template "${name}":\n${difference.join('\n')}`
      : `The JWT template "${name}" is as it should be.`,
    'Its signing key, which Clerk does not show, will be set to the workspace admin token.',
  );
  return difference !== null;
}

/** Asks, or goes by the flags. @throws {CliError} when it is not to be written. */
async function confirmWrite(write: {
  readonly flags: InitFlags;
  readonly prompts: Prompts | null;
  readonly isThere: boolean;
  readonly isChange: boolean;
  readonly name: string;
}): Promise<void> {
  const {flags, prompts, isThere, isChange, name} = write;
  if (prompts) {
    const question = `${isThere ? 'Change' : 'Create'} "${name}" in Clerk?`;
    if (await prompts.confirm(question)) return;
    throw new CliError('Called off. Nothing was written.', 130);
  }
  if (!flags.yes) throw new CliError('Nothing was written: add --yes, or --dry-run to look.', 2);
  if (isChange && !flags.update) {
    throw new CliError(
      `Nothing was written: "${name}" is there already. Add --update to change it.`,
      2,
    );
  }
}

function printToPaste({console}: CommandContext, name: string, settings: TemplateSettings): void {
  console.print(
    `No CLERK_SECRET_KEY. In Clerk's dashboard, JWT templates, create one called "${name}":`,
    `  token lifetime ${settings.lifetime}, allowed clock skew ${settings.allowed_clock_skew}`,
    '  custom signing key on, algorithm HS256, key: the workspace admin token of Tinybird',
    '  claims:',
    JSON.stringify(settings.claims, null, 2),
  );
}

function toText(settings: TemplateSettings): string {
  return JSON.stringify(settings, null, 2);
}
