import type {ChartError} from '../errors/chart-error.js';
import type {QueryInspection} from './debug-facts.js';

/** What a template has to write, in Clerk's shortcodes. */
const FIX = 'write "org_id": "{{org.id}}" or "org": "{{org.slug}}"';

/** What a template writes where no organization is active. */
const NONE: readonly unknown[] = [null, '', 'null', 'none'];

/** Ranked causes of a token of nobody's or another organization; a single one is certain. */
export function tenantCauses(error: ChartError, query: QueryInspection): readonly string[] {
  const {auth, claims, organization} = query;
  const identity = auth.status === 'signed-in' ? auth.identity : null;
  const active = identity?.organization ?? null;
  if (identity?.userId && claims && claims.subject !== identity.userId) {
    return ['The token is of another user: let the token source ask for the one who is signed in.'];
  }
  const empty = organization.find(({value}) => NONE.includes(value));
  if (!active) {
    if (empty?.place && query.request.source.actions === null) {
      return [
        `The token says that \`${empty.place}\` is ${JSON.stringify(empty.value)}, which is no organization: let its maker ask for one, or set tenancy="user" where rows belong to people.`,
      ];
    }
    return [
      'No organization is active: choose one, or set tenancy="user" where rows belong to people.',
    ];
  }
  if (empty?.place) {
    return [
      `Another tab has left the organization: \`${empty.place}\` is ${JSON.stringify(empty.value)}, active here is "${active.slug ?? active.id}". Check that this goes away when this page has the focus.`,
      `The JWT template has a shortcode without a value there. Check the claims: ${FIX}.`,
    ];
  }
  const wrong = organization.find(({value}) => value !== active.id && value !== active.slug);
  if (!claims || !wrong?.place) return error.causes;
  const {place, value} = wrong;
  const said = `\`${place}\` is ${JSON.stringify(value).slice(0, 60)}`;
  if (typeof value === 'string' && value.includes('{{')) {
    return [`${said}: the shortcode was not filled in; ${FIX}.`];
  }
  if (value === active.name && value !== active.slug) {
    return [`${said}, the organization's name: ${FIX}.`];
  }
  return [
    `Another tab has switched the organization: ${said}, active here is "${active.slug ?? active.id}". Check that this goes away when this page has the focus.`,
    `The JWT template names one organization for all. Check that it has no constant there: ${FIX}.`,
    `The organization is at another place of the token. Check the claims and set tenant-claim.`,
  ];
}
