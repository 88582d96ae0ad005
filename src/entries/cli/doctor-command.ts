import type {InitAnswers} from './init-answers.js';
import type {InitFlags} from './flags.js';

const CLERK_API = 'https://api.clerk.com';

/** The command that checks what `init` was asked to set up; it holds no secret. */
export function doctorCommand(
  {access, pipes, tenantParam}: Pick<InitAnswers, 'access' | 'pipes' | 'tenantParam'>,
  flags: Pick<InitFlags, 'allow-host' | 'clerk-api' | 'param' | 'template'>,
): string {
  const words = [
    ...['--host', access.host],
    ...pipes.flatMap((pipe) => ['--pipe', pipe]),
    ...(tenantParam === null ? ['--all-rows'] : ['--tenant-param', tenantParam]),
    ...(flags.param ?? []).flatMap((pair) => ['--param', pair]),
    ...(flags.template === 'tinybird' ? [] : ['--template', flags.template]),
    ...(flags['allow-host'] ?? []).flatMap((origin) => ['--allow-host', origin]),
    ...(flags['clerk-api'] === CLERK_API ? [] : ['--clerk-api', flags['clerk-api']]),
  ];
  return ['npx tinybird-chart doctor', ...words.map(quoted)].join(' ');
}

/** For a shell; most words need no quotes. */
function quoted(word: string): string {
  return /^[\w./:=@,-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
