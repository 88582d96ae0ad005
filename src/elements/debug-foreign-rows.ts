import type {DebugFacts} from './debug-facts.js';

/** Columns that usually hold the organization. */
const USUAL_COLUMNS = ['org_id', 'org_slug', 'org', 'organization', 'organization_id'];

/** Rows looked at. */
const MAX_ROWS = 5_000;

/**
 * Returns a warning where rows name another organization than the token does: the pipe may not use
 * the fixed parameter, which Tinybird ignores in silence. Null where nothing can be seen.
 */
export function foreignRows({shown, query, inputs}: DebugFacts): string | null {
  const {response} = shown;
  if (!response || !query || inputs?.given || query.auth.status !== 'signed-in') return null;
  const [claim] = query.organization;
  if (typeof claim?.value !== 'string') return null;
  const {organization} = query.auth.identity;
  const own = [claim.value, organization?.id, organization?.slug, organization?.name];
  const claimed = claim.place?.split('.').at(-1) ?? '';
  const column = response.meta
    .map(({name}) => name)
    .find((name) => name === claimed || USUAL_COLUMNS.includes(name));
  if (column === undefined) return null;
  for (const row of response.data.slice(0, MAX_ROWS)) {
    const value = row[column];
    if (typeof value === 'string' && value !== '' && !own.includes(value)) {
      return `Rows have ${column} "${value.slice(0, 60)}" while the token says "${claim.value.slice(0, 60)}": make pipe "${query.request.pipe}" filter by the fixed parameter, as in WHERE ${column} = {{String(${claimed}, required=True)}}.`;
    }
  }
  return null;
}
