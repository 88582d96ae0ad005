// Loaded late, in one chunk: everything that asks for tokens and rows. The shell of the element
// reserves its space and shows a skeleton without it.
import type {TokenSource} from '../auth/token-source.js';
import {getTokenSource} from '../auth/create-token-source.js';
import {scopesForPipe} from '../auth/jwt-claims.js';
import {findOrganizationClaims} from '../auth/organization-claims.js';
import {ConfigurationError} from '../errors/configuration-error.js';
import {getSharedQueryCache} from '../query/query-cache.js';
import type {Observation} from '../query/query-cache.js';
import type {QueryRequest} from '../query/query-key.js';
import type {ObserverOptions} from '../query/query.js';
import {DEFAULT_HOST, parseHost} from '../tinybird/host.js';
import {parsePipeName, toParamTexts} from '../tinybird/pipe-params.js';
import type {PipeParams} from '../tinybird/pipe-request.js';
import type {ChartSettings} from './chart-settings.js';
import type {QueryInspection} from './debug-facts.js';
import type * as DebugPanel from './debug-panel.js';
import type {PageSettings} from './page-settings.js';

/** Everything that decides which rows a chart asks for. */
export interface QueryPlan {
  readonly pipe: string;
  /** Merged settings of chart, providers and page. */
  readonly settings: ChartSettings;
  /** Parameters of all sources, later ones laid over earlier ones. */
  readonly params: PipeParams;
  readonly page: PageSettings;
}

/** A running observation and where its tokens come from. */
export interface OpenQuery {
  readonly source: TokenSource;
  readonly observation: Observation;
  /** Tells the diagnosis panel about both. */
  readonly inspect: () => QueryInspection;
}

/**
 * Starts observing the rows of `plan`.
 *
 * @throws {ConfigurationError | HostNotAllowedError} when a setting is wrong.
 */
export function openQuery(
  plan: QueryPlan,
  options: ObserverOptions,
  callback: () => void,
): OpenQuery {
  const {settings, page} = plan;
  const source = getTokenSource({...authSettings(settings, page), pipe: plan.pipe});
  const request: QueryRequest = {
    source,
    host: parseHost(settings.host ?? DEFAULT_HOST, {allowedHosts: page.allowedHosts ?? []}),
    pipe: parsePipeName(plan.pipe),
    params: toParamTexts(plan.params),
    tenancy: settings.tenancy ?? 'auto',
    tenantClaim: settings.tenantClaim ?? null,
    fetch: settings.fetch,
  };
  const observation = getSharedQueryCache().observe(request, options, callback);
  const inspect = () => {
    const figures = observation.inspect();
    const {claims} = figures;
    const {pipe, tenantClaim} = request;
    return {
      ...figures,
      request,
      auth: source.state,
      scopes: claims ? scopesForPipe(claims, pipe) : [],
      organization: claims ? findOrganizationClaims(claims, pipe, tenantClaim) : [],
    };
  };
  return {source, observation, inspect};
}

/** Loads the diagnosis panel; from here, so that code they share is not a file of its own. */
export function loadDebugPanel(): Promise<typeof DebugPanel> {
  return import('./debug-panel.js');
}

function authSettings(settings: ChartSettings, page: PageSettings) {
  if (settings.clerkJsUrl !== undefined && settings.clerkJsUrl !== page.clerkJsUrl)
    throw new ConfigurationError(
      'clerk-js-url is taken only from configure() or the script tag, as markup could be injected: move it there.',
    );
  return {
    getToken: settings.getToken,
    tokenEndpoint: settings.tokenEndpoint,
    clerk: settings.clerk,
    publishableKey: settings.clerkPublishableKey,
    proxyUrl: settings.clerkProxyUrl,
    clerkJsUrl: settings.clerkJsUrl,
    trusted:
      settings.clerkPublishableKey === page.clerkPublishableKey &&
      settings.clerkProxyUrl === page.clerkProxyUrl,
    jwtTemplate: settings.jwtTemplate ?? 'tinybird',
    token: settings.token,
  };
}
