import type {ChartError} from '../errors/chart-error.js';
import {networkCauses} from '../tinybird/network-causes.js';
import {LASTING_AFTER_MS} from '../tinybird/pace-bucket.js';
import {tenantCauses} from './debug-tenant-causes.js';
import {scopeCauses} from './debug-scope-causes.js';
import {foreignRows} from './debug-foreign-rows.js';
import type {DebugFacts, QueryInspection} from './debug-facts.js';
import {stateCauses} from './debug-state-causes.js';

/** What a developer is told to do. */
export interface Diagnosis {
  /** One sentence. */
  readonly nextStep: string;
  /** True where claims or the browser prove it, or there is nothing to find out. */
  readonly isCertain: boolean;
  /** True where there is nothing to do. */
  readonly isWell: boolean;
  /** At most two other causes, the likelier first, each with the check that tells it apart. */
  readonly otherCauses: readonly string[];
}

/** Finds the cause of what is shown, for certain where that can be. */
export function diagnose(facts: DebugFacts): Diagnosis {
  const foreign = foreignRows(facts);
  if (foreign) return {nextStep: foreign, isCertain: false, isWell: false, otherCauses: []};
  const {error, state, staleReason} = facts.shown;
  if (state === 'offline' || staleReason === 'offline') {
    const nextStep = 'Connect to a network: this browser says that there is none.';
    return {nextStep, isCertain: true, isWell: false, otherCauses: []};
  }
  const causes = error ? causesOf(error, facts) : stateCauses(facts);
  const [nextStep = error?.message ?? 'Nothing to do.', ...rest] = causes;
  return {
    nextStep,
    isCertain: rest.length === 0,
    isWell: state === 'ready' && !error && !staleReason,
    otherCauses: rest.slice(0, 2),
  };
}

/** Ranked causes; a single one is certain. */
function causesOf(error: ChartError, {shown, query}: DebugFacts): readonly string[] {
  switch (error.code) {
    case 'tenant-mismatch':
    case 'no-organization':
      return query ? tenantCauses(error, query) : [];
    case 'jwt-claims':
    case 'pipe-forbidden':
      return query ? scopeCauses(error, query) : error.causes;
    case 'signed-out':
      return ['Sign in: the chart follows by itself.'];
    case 'token-unavailable':
      return query ? tokenLifeCauses(error, query) : [];
    case 'token-rejected':
      return shown.response ? rotationCauses(error) : error.causes;
    case 'network':
      return query ? networkCauses(error, query.request) : [];
    case 'rate-limited':
      return query ? rateCauses(query) : [];
    case 'query-timeout':
      return [
        'The pipe reads too much. Compare the rows read in the workspace with the rows it returns; filter by the sorting key.',
        'The time range asked for is too long. Check with a shorter one.',
      ];
    case 'unexpected-response':
      return error.causes.length > 0 || error.status !== null ? error.causes : bodyCauses(error);
    case 'server':
      return ['Nothing: Tinybird failed, and the request is tried again.'];
    default:
      return error.causes;
  }
}

/** A refusal after answers to the same question: the key has changed meanwhile. */
function rotationCauses({causes}: ChartError): readonly string[] {
  const rotated =
    "The workspace admin token was refreshed, which ends every JWT signed with the old one. Check the workspace's tokens and copy the new one into the signing key.";
  return causes.length === 1 ? causes : [rotated, ...causes.slice(0, 2)];
}

/** What the claims of a token that ran out on arrival say about it. */
function tokenLifeCauses(error: ChartError, query: QueryInspection): readonly string[] {
  const {message, causes} = error;
  const {claims, skewMs} = query;
  if (!claims || claims.expiresAtMs === null) return causes;
  if (!error.retryable) {
    return [
      `${message} Check its \`exp\`.`,
      "This device's clock is ahead. Compare it with a true one.",
    ];
  }
  const {issuedAtMs, expiresAtMs} = claims;
  if (issuedAtMs === null) {
    return [
      `${message} It has no \`iat\`. Compare this device's clock with a true one.`,
      'The token source gives an old token. Check that it does not keep one.',
    ];
  }
  const lifeS = (expiresAtMs - issuedAtMs) / 1000;
  if (lifeS <= 10) {
    return [`The token lives for ${lifeS} s: give the JWT template a lifetime of 60 s or more.`];
  }
  if (skewMs === null) return causes;
  return ['The token source gives a token that has run out: let it make one for each call.'];
}

function rateCauses({claims, pace, pageIntervalsMs, auth}: QueryInspection): readonly string[] {
  const identity = auth.status === 'signed-in' ? auth.identity : null;
  const own = [identity?.userId, identity?.organization?.id, identity?.organization?.slug];
  const name = claims?.name ?? '';
  const isShared = claims !== null && !own.some((part) => part && name.includes(part));
  const perSecond = pageIntervalsMs.reduce((sum, ms) => sum + 1000 / ms, 0);
  const isLasting = (pace?.refusedForMs ?? 0) >= LASTING_AFTER_MS;
  const quota =
    'The daily quota of the plan is used up. Check the usage in the workspace: the free plan has 1,000 queries a day.';
  const rate = pace?.requestsPerSecond ?? null;
  return [
    ...(isLasting ? [quota] : []),
    ...(isShared
      ? [
          `All visitors share one rate limit, as it is counted by the token's name "${name.slice(0, 60)}". Check whether others use the page now; put {{user.id}} into \`name\`.`,
        ]
      : []),
    rate !== null && perSecond > rate / 4
      ? `The charts of this page ask ${perSecond.toFixed(1)} times a second of ${rate}. Check with a longer \`refresh-interval\`.`
      : 'Another page or tab uses the same limit. Check with all others closed, or raise `limits.rps`.',
    ...(isLasting ? [] : [quota]),
  ];
}

function bodyCauses({message}: ChartError): readonly string[] {
  return [
    `${message} Check the answer in the browser's network panel: a proxy or a sign-in page may have given it.`,
    'The host is not an API of Tinybird. Compare `host` with the API address in the workspace settings.',
  ];
}
