import {TokenOptionError} from './token-option-error.js';

/** Parameters that the visitor cannot change, by name: what keeps tenants apart. */
export type FixedParams = Readonly<Record<string, string | number | boolean>>;

/** One entry of the claim `scopes`, as Tinybird writes it. */
export interface TinybirdScope {
  readonly type: 'PIPES:READ' | 'DATASOURCES:READ';
  /** Name or id of the pipe, or name of the data source. */
  readonly resource: string;
  readonly fixed_params?: FixedParams;
  /** Condition on the rows of a data source. */
  readonly filter?: string;
}

/** What a token opens: pipes that share fixed parameters, or scopes one by one. */
export interface ScopeOptions {
  readonly pipes?: readonly string[] | undefined;
  readonly fixedParams?: FixedParams | undefined;
  readonly scopes?: readonly TinybirdScope[] | undefined;
  readonly allowAllRows?: boolean | undefined;
}

/** What templates make of a tenant that is not there. */
const NO_TENANT = /^\s*(null|undefined|none|nan)?\s*$/i;

/**
 * Returns the claim `scopes`.
 *
 * @throws {TokenOptionError} for names that cannot be and for pipes that nothing keeps to a tenant.
 */
export function toScopes(options: ScopeOptions): readonly TinybirdScope[] {
  const {pipes, fixedParams, scopes, allowAllRows = false} = options;
  if ((pipes === undefined) === (scopes === undefined))
    throw new TokenOptionError('pipes', 'or `scopes` is needed, and not both.');
  if (scopes && fixedParams)
    throw new TokenOptionError('fixedParams', 'goes with `pipes`; `scopes` have `fixed_params`.');
  const option = scopes ? 'scopes' : 'pipes';
  const claimed = scopes ?? toPipeScopes(pipes, fixedParams);
  if (claimed.length === 0)
    throw new TokenOptionError(option, 'is empty: name what the token may read.');
  for (const scope of claimed) {
    checkResource(option, scope);
    checkParams(scopes ? 'scopes.fixed_params' : 'fixedParams', scope, allowAllRows);
  }
  return claimed;
}

function toPipeScopes(pipes: readonly string[] = [], fixedParams: FixedParams = {}) {
  return [...new Set(pipes)].map((resource): TinybirdScope => ({
    type: 'PIPES:READ',
    resource,
    fixed_params: fixedParams,
  }));
}

function checkResource(option: string, {type, resource}: TinybirdScope): void {
  if (!['PIPES:READ', 'DATASOURCES:READ'].includes(type))
    throw new TokenOptionError(option, 'takes the types PIPES:READ and DATASOURCES:READ alone.');
  if (typeof resource !== 'string' || !/^[\w-]+$/.test(resource))
    throw new TokenOptionError(option, 'has a name with other than letters, digits, _ and -.');
}

function checkParams(option: string, scope: TinybirdScope, allowAllRows: boolean): void {
  const params = Object.entries(scope.fixed_params ?? {});
  const hasFilter = scope.type === 'DATASOURCES:READ' && (scope.filter ?? '').trim() !== '';
  if (params.length === 0 && !hasFilter && !allowAllRows)
    throw new TokenOptionError(
      option,
      `names nothing that keeps "${scope.resource}" to one tenant. Give its parameter, such as {org: 'acme'}, or say \`allowAllRows: true\` where everybody may read all rows.`,
    );
  for (const [name, value] of params as [string, unknown][]) {
    const isUsable =
      typeof value === 'boolean' ||
      (typeof value === 'number' && Number.isFinite(value)) ||
      (typeof value === 'string' && !NO_TENANT.test(value));
    if (!isUsable)
      throw new TokenOptionError(
        `${option}.${name}`,
        'must be text, a number or true or false: a parameter without a value filters nothing, or by the word null.',
      );
  }
}
