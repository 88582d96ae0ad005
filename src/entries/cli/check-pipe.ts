import {signTinybirdToken} from '../tokens/sign-tinybird-token.js';
import {ok, problem, type Check} from './check.js';
import {
  fetchEndpoints,
  askPipe,
  fetchPipe,
  type Pipe,
  type TinybirdAccess,
  type Workspace,
} from './tinybird-api.js';

/** What is known of the set-up when its pipes are looked at. */
export interface PipeQuestion {
  readonly access: TinybirdAccess;
  readonly workspace: Workspace;
  readonly pipe: string;
  /** Null where everybody may read all rows. */
  readonly tenantParam: string | null;
  /** Other parameters that the pipe needs. */
  readonly params: Readonly<Record<string, string>>;
}

/** Nobody's slug or id. */
const NOBODY = 'tinybird-chart-check';
const PROBE_LIFETIME_S = 60;
const MOST_NAMES = 20;
const SAFE_FILTER = (param: string) =>
  `Filter without a way around it: WHERE org_id = {{ String(${param}, required=True) }}, no default, no {% if defined(${param}) %}.`;

/**
 * Looks at a pipe, and proves by two requests with tokens of our own that the key is the right one
 * and that nobody reads rows without the tenant parameter.
 */
export async function checkPipe(question: PipeQuestion): Promise<readonly Check[]> {
  const {access, pipe: name, tenantParam} = question;
  const pipe = await fetchPipe(access, name);
  if (pipe === 404) {
    const fix = `Check its name, and deploy it to this workspace.${await endpointsOf(access)}`;
    return [problem('pipe', 'failed', 'the workspace has none of that name', fix, name)];
  }
  if (typeof pipe === 'number') {
    const fix = 'Give the workspace admin token.';
    return [problem('pipe', 'unknown', `Tinybird answers ${pipe}`, fix, name)];
  }
  if (!pipe.isEndpoint) {
    const fix = 'Publish it: TYPE endpoint in its file, then deploy.';
    return [problem('pipe', 'failed', 'it is not an endpoint', fix, name)];
  }
  const names = pipe.parameters.map((each) => each.name).join(', ') || 'none';
  const found = ok('pipe', `an endpoint; parameters: ${names}`, name);
  return [found, ...(await probe(question, pipe, tenantParam))];
}

async function probe(
  question: PipeQuestion,
  pipe: Pipe,
  tenantParam: string | null,
): Promise<readonly Check[]> {
  const withTenant = await askAs(question, tenantParam === null ? {} : {[tenantParam]: NOBODY});
  if (withTenant === 401 || withTenant === 403) {
    const finding =
      'Tinybird refuses a JWT that it signs, so that it is not the workspace admin token';
    const fix = 'Use the token called "workspace admin token"; that of a person cannot sign.';
    return [problem('signing-token', 'failed', finding, fix, pipe.name)];
  }
  const key = ok('signing-token', 'Tinybird takes a JWT that it signs', pipe.name);
  if (tenantParam === null) {
    return [key, ok('tenants', 'not kept apart, as asked by --all-rows', pipe.name)];
  }
  const withoutTenant = withTenant === 200 ? await askAs(question, {}) : null;
  return [key, judgeTenants(pipe, tenantParam, withTenant, withoutTenant)];
}

function judgeTenants(
  pipe: Pipe,
  param: string,
  withTenant: number,
  withoutTenant: number | null,
): Check {
  const parameter = pipe.parameters.find(({name}) => name === param);
  if (withoutTenant === 400) {
    return ok('tenants', `without \`${param}\` it answers nobody`, pipe.name);
  }
  const way = !parameter
    ? `it never uses \`${param}\`, so that fixing it filters nothing`
    : parameter.hasDefault
      ? `\`${param}\` has a default, which a token without it gets`
      : new RegExp(`defined\\(\\s*['"]?${param}\\b`).test(pipe.sql)
        ? `\`${param}\` is optional (defined(${param})): a token without it gets all rows`
        : null;
  const fix = SAFE_FILTER(param);
  if (withoutTenant === 200) {
    const finding = `LEAK: ${way ?? `it answers without \`${param}\``}`;
    return problem('tenants', 'failed', finding, fix, pipe.name);
  }
  if (way !== null) return problem('tenants', 'failed', way, fix, pipe.name);
  const finding = `not proven: it answers ${withoutTenant ?? withTenant}`;
  const params = 'Give the other parameters that it needs: --param name=value.';
  return problem('tenants', 'unknown', finding, params, pipe.name);
}

async function askAs(
  {access, workspace, pipe, params}: PipeQuestion,
  fixedParams: Readonly<Record<string, string>>,
): Promise<number> {
  const token = await signTinybirdToken({
    workspaceId: workspace.id,
    adminToken: access.token,
    name: NOBODY,
    pipes: [pipe],
    fixedParams,
    allowAllRows: true,
    expiresInSeconds: PROBE_LIFETIME_S,
  });
  return askPipe({...access, token}, pipe, params);
}

/** A sentence of the endpoints that there are to choose from; empty where that is not known. */
async function endpointsOf(access: TinybirdAccess): Promise<string> {
  const endpoints = await fetchEndpoints(access);
  if (typeof endpoints === 'number' || endpoints.length === 0) return '';
  const names = endpoints.slice(0, MOST_NAMES).map(({name}) => name);
  return ` Endpoints: ${names.join(', ')}${endpoints.length > MOST_NAMES ? ', …' : ''}.`;
}
