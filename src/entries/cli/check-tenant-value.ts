import {ok, problem, type Check} from './check.js';

const NONE = "{{org.slug || 'none'}}";

/** `{{org.slug}}`, `{{ user.public_metadata.team || 'none' }}` */
const WHOLE = /^\{\{\s*([\w.]+)\s*(\|\|\s*'[^']+'\s*)?\}\}$/;

/** Looks at what a scope fixes for a tenant. `tenantParam` null means any parameter. */
export function checkTenantValue(
  pipe: string,
  fixedParams: Readonly<Record<string, unknown>>,
  tenantParam: string | null,
): Check {
  const failed = (finding: string, fix: string) =>
    problem('fixed-param', 'failed', finding, fix, pipe);
  const name = tenantParam ?? Object.keys(fixedParams)[0];
  if (name === undefined || !(name in fixedParams)) {
    const finding = `the scope does not fix ${name === undefined ? 'any parameter' : `\`${name}\``}, so that visitors choose it`;
    return failed(finding, `Add "fixed_params": {"${name ?? 'org'}": "${NONE}"}.`);
  }
  const value = fixedParams[name];
  const shown = `\`${name}\`: ${JSON.stringify(value)}`;
  if (typeof value !== 'string' || !value.includes('{{')) {
    return failed(`${shown} is the same for everybody`, `Set it to "${NONE}".`);
  }
  if (value.includes('unsafe_metadata')) {
    const fix = 'Use an organization, the id of the person, or public_metadata.';
    return failed(`${shown} is what each visitor can write themselves`, fix);
  }
  const [, path, fallback] = WHOLE.exec(value) ?? [];
  if (path === undefined) {
    const finding = `${shown} has the word null in it where there is no value`;
    return problem('fixed-param', 'warning', finding, `Set it to "${NONE}" alone.`, pipe);
  }
  if (fallback === undefined && path !== 'user.id') {
    const finding = `${shown} is null without an active organization, which a pipe may take for not given`;
    const fix = `Write "{{${path} || 'none'}}".`;
    return problem('fixed-param', 'warning', finding, fix, pipe);
  }
  return ok('fixed-param', shown, pipe);
}
