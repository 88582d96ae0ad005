import type {AuthState, TokenClaims} from '../auth/token-source.js';
import {DEFAULT_HOST} from '../tinybird/host.js';
import type {PipeResponse} from '../tinybird/pipe-response.js';
import type {DebugFacts, QueryInspection} from './debug-facts.js';

/** A name and what there is to say about it. */
export type DebugRow = readonly [name: string, value: string];

/** Longest text of one value. */
const MAX_LENGTH = 120;

const DAY_MS = 24 * 60 * 60_000;

/** Facts that belong together. */
export interface DebugGroup {
  readonly title: string;
  readonly rows: readonly DebugRow[];
}

/** Returns the facts of a chart as lines of text; `nowMs` is the device's wall clock. */
export function debugGroups(facts: DebugFacts, nowMs: number): readonly DebugGroup[] {
  const {query} = facts;
  if (!query) return [{title: 'Query', rows: chartRows(facts)}];
  return [
    {title: 'Query', rows: chartRows(facts)},
    {title: 'Visitor and token', rows: [...identityRows(query.auth), ...tokenRows(query, nowMs)]},
    {title: 'Pace', rows: paceRows(query)},
  ];
}

function chartRows({inputs, shown, query}: DebugFacts): DebugRow[] {
  const {state, staleReason, error, response, isRefetching} = shown;
  const stale = staleReason ? `, stale: ${staleReason}` : '';
  const host = query?.request.host ?? inputs?.settings.host ?? DEFAULT_HOST;
  const hasHost = inputs?.settings.host !== undefined;
  const status = query?.lastStatus ?? 'none';
  return [
    ['Host', hasHost ? clip(host) : `${clip(host)} (default)`],
    ['Pipe', clip(inputs?.pipe ?? '') || 'none'],
    ...(query ? [['Parameters', pairs(query.request.params)] as const] : []),
    ['State', `${state}${stale}${isRefetching ? ', asking' : ''}`],
    ['Error', error ? `${error.code}${error.status === null ? '' : ` (${error.status})`}` : 'none'],
    ...(query ? [['Last status', String(status)] as const] : []),
    ['Last answer', response ? answerText(response) : 'no rows'],
  ];
}

function tokenRows(query: QueryInspection, nowMs: number): DebugRow[] {
  const {claims, skewMs, lastStatus} = query;
  return [
    ...(claims
      ? claimRows(query, claims, nowMs)
      : [['Token', lastStatus === null ? 'none yet' : 'not a JWT, so nothing to read'] as const]),
    ['Clock', clockText(skewMs)],
  ];
}

function paceRows(query: QueryInspection): DebugRow[] {
  return [
    ['Pacing', pacingText(query)],
    ['Requests', `${query.requestsInLastMinute} of this page in the last minute`],
    ['Refetches', refetchText(query)],
  ];
}

function identityRows(auth: AuthState): DebugRow[] {
  if (auth.status === 'waiting') return [['Identity', `waiting (${auth.reason})`]];
  if (auth.status !== 'signed-in') return [['Identity', auth.status]];
  const {userId, organization} = auth.identity;
  const {id, slug} = organization ?? {};
  return [
    ['User', userId ?? 'unknown'],
    ['Organization', id ? `${id}${slug ? ` (${slug})` : ''}` : 'none'],
  ];
}

function claimRows(query: QueryInspection, claims: TokenClaims, nowMs: number): DebugRow[] {
  const {scopes, organization, skewMs} = query;
  const {name, workspaceId, expiresAtMs, requestsPerSecond, scopes: all} = claims;
  const others = all.map(({resource}) => resource).join(', ');
  const leftMs = expiresAtMs === null ? null : expiresAtMs - (nowMs + (skewMs ?? 0));
  const places = organization.map(({place, value}) =>
    place === null ? 'missing' : `${place} = ${JSON.stringify(value)}`,
  );
  return [
    ['Token name', clip(name ?? 'none')],
    ['Workspace', clip(workspaceId ?? 'missing')],
    ['Expires', expiresAtMs === null ? 'missing exp' : `${timeText(expiresAtMs)}, ${left(leftMs)}`],
    ['Token limit', requestsPerSecond === null ? 'none' : `${requestsPerSecond} requests/s`],
    ['Scope', scopes.length > 0 ? 'found' : `missing; scopes: ${clip(others) || 'none'}`],
    ['Fixed params', scopes.map(({fixedParams}) => pairs(fixedParams)).join('; ') || 'none'],
    ['Organization claim', clip([...new Set(places)].join('; ') || 'none')],
  ];
}

function clockText(skewMs: number | null): string {
  if (skewMs === null) return 'difference to the server unknown';
  const seconds = (Math.abs(skewMs) / 1000).toFixed(1);
  return `this device ${skewMs > 0 ? 'behind' : 'ahead of'} the server by about ${seconds} s`;
}

function pacingText({pace}: QueryInspection): string {
  if (!pace) return 'nothing asked yet';
  const {requestsPerSecond, allowance, waiting, pauseLeftMs} = pace;
  const rate =
    requestsPerSecond === null ? 'rate unknown' : `rate known, ${requestsPerSecond} requests/s`;
  const isLowered = allowance !== null && allowance !== requestsPerSecond;
  const lowered = isLowered ? `, ${Number(allowance.toFixed(1))}/s after refusals` : '';
  const pause = pauseLeftMs > 0 ? `paused for ${(pauseLeftMs / 1000).toFixed(1)} s` : 'no pause';
  return `${rate}${lowered}; ${waiting} waiting; ${pause}`;
}

function refetchText({intervalMs, pageIntervalsMs}: QueryInspection): string {
  const aDay = (ms: number) => (Number.isFinite(ms) ? DAY_MS / ms : 0);
  const page = pageIntervalsMs.reduce((sum, ms) => sum + aDay(ms), 0);
  const pageText = `this page: ${amount(page)} a day while it is in view`;
  if (!Number.isFinite(intervalMs)) return `off; ${pageText}`;
  return `every ${intervalMs / 1000} s, about ${amount(aDay(intervalMs))} queries a day; ${pageText}`;
}

function answerText({rows, statistics}: PipeResponse): string {
  if (!statistics) return `${amount(rows)} rows`;
  const {elapsed, rows_read: read, bytes_read: bytes} = statistics;
  const milliseconds = (elapsed * 1000).toFixed(1);
  return `${amount(rows)} rows in ${milliseconds} ms, ${amount(read)} rows and ${amount(bytes)} bytes read`;
}

function timeText(atMs: number): string {
  const date = new Date(atMs);
  return Number.isNaN(date.getTime())
    ? 'no date'
    : date.toISOString().replace('T', ' ').replace('.000Z', ' UTC');
}

function left(leftMs: number | null): string {
  const seconds = Math.round((leftMs ?? 0) / 1000);
  return seconds < 0 ? `${amount(-seconds)} s ago` : `${amount(seconds)} s left`;
}

function pairs(values: Readonly<Record<string, unknown>>): string {
  const texts = Object.entries(values).map(([name, value]) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return `${name} = ${text}`;
  });
  return clip(texts.join(', ')) || 'none';
}

function amount(value: number): string {
  return Math.round(value).toLocaleString('en');
}

function clip(text: string): string {
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH - 1)}…` : text;
}
