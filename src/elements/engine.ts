// Loaded late, in one chunk: everything that asks for tokens and rows. The shell of the element
// reserves its space and shows a skeleton without it.
import type {TokenSource} from '../auth/token-source.js';
import {type AuthSettings, getTokenSource} from '../auth/create-token-source.js';
import {scopesForPipe} from '../auth/jwt-claims.js';
import {findOrganizationClaims} from '../auth/organization-claims.js';
import {ConfigurationError} from '../errors/configuration-error.js';
import {systemClock} from '../lib/clock.js';
import {viewerTimeZone} from '../lib/intl-names.js';
import {addQueryEnglish} from '../messages/english-query.js';
import {getSharedQueryCache} from '../query/query-cache.js';
import type {Observation} from '../query/query-cache.js';
import type {ObserverOptions} from '../query/query.js';
import {toQueryRequest} from '../query/to-query-request.js';
import type {PipeParams} from '../tinybird/pipe-request.js';
import type {ChartSettings} from './chart-settings.js';
import type {QueryInspection} from './debug-facts.js';
import type * as DebugPanel from './debug-panel.js';
import {provideEngine} from './engine-part.js';
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

/** Set when Intl's data are being read. */
let readsIntl: unknown;

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
  addQueryEnglish();
  // The first formatters take some 15 ms, which rows that are there would have to wait for.
  readsIntl ??= systemClock.setTimer(() => [viewerTimeZone(), new Intl.NumberFormat()], 0);
  const {settings, page} = plan;
  const source = getTokenSource(authSettings(plan));
  const {allowedHosts} = page;
  const request = toQueryRequest(source, plan.pipe, plan.params, {...settings, allowedHosts});
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

function authSettings({settings, page, pipe}: QueryPlan): AuthSettings {
  const {clerkJsUrl, clerkPublishableKey: publishableKey, clerkProxyUrl: proxyUrl} = settings;
  if (clerkJsUrl !== undefined && clerkJsUrl !== page.clerkJsUrl)
    throw new ConfigurationError(
      'clerk-js-url is taken only from configure() or the script tag, as markup could be injected: move it there.',
    );
  const trusted = publishableKey === page.clerkPublishableKey && proxyUrl === page.clerkProxyUrl;
  return {...settings, publishableKey, proxyUrl, trusted, pipe};
}

provideEngine({openQuery, loadDebugPanel});
