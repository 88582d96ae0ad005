import type {DebugFacts} from './debug-facts.js';

/** Clocks this far apart are worth a word. */
const NOTABLE_SKEW_MS = 30_000;

/** Queries a day of Tinybird's free plan (Tinybird docs, limits page). */
const FREE_QUERIES_A_DAY = 1_000;

const DAY_MS = 24 * 60 * 60_000;

/** Returns what works, but not as its author may think. */
export function debugNotes({query, inputs}: DebugFacts): readonly string[] {
  if (!query || inputs?.given) return [];
  const {skewMs, scopes, request, intervalMs, claims, auth} = query;
  const ignored = Object.keys(request.params).filter((name) =>
    scopes.some(({fixedParams}) => Object.hasOwn(fixedParams, name)),
  );
  const {tenancy} = request;
  const isOrganizationActive = auth.status === 'signed-in' && auth.identity.organization !== null;
  const aDay = DAY_MS / intervalMs;
  return [
    ...ignored.map((name) => `Parameter "${name}" is fixed by the token; what is sent is ignored.`),
    ...(skewMs !== null && Math.abs(skewMs) > NOTABLE_SKEW_MS
      ? ["This device's clock is wrong; the difference is allowed for."]
      : []),
    ...(aDay > FREE_QUERIES_A_DAY
      ? [
          `One visitor who looks at this chart all day uses ${timesOf(aDay)} times the free plan's 1,000 queries.`,
        ]
      : []),
    ...(isOrganizationActive && (tenancy === 'user' || tenancy === 'none')
      ? [`tenancy="${tenancy}": rows are not bound to the active organization.`]
      : []),
    ...(claims?.issuedAtMs === null
      ? ['The token has no `iat`, so a wrong clock of a device is not noticed.']
      : []),
  ];
}

function timesOf(aDay: number): string {
  const times = aDay / FREE_QUERIES_A_DAY;
  return times.toFixed(times < 10 ? 1 : 0);
}
