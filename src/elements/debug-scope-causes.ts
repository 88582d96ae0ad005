import type {ChartError} from '../errors/chart-error.js';
import type {QueryInspection} from './debug-facts.js';

/** Letters that two names may differ in to be taken for one. */
const MAX_SLIPS = 2;

/** Ranked causes of a token that may not read the pipe: it may be misspelt, here or there. */
export function scopeCauses(error: ChartError, query: QueryInspection): readonly string[] {
  const {claims, scopes, request} = query;
  const {pipe} = request;
  if (!claims || scopes.length > 0) return error.causes;
  const similar = claims.scopes.find(
    ({type, resource}) => type === 'PIPES:READ' && isSlip(resource, pipe),
  );
  if (!similar) return error.causes;
  return [
    `The name may be misspelt: \`pipe\` is "${pipe}", and the token has a scope for "${similar.resource.slice(0, 60)}". Compare both with the pipe in the workspace.`,
    ...(error.causes.length > 0 ? error.causes : [error.message]),
  ];
}

/** Tells whether two names differ in two letters at most, and in no more than every second. */
function isSlip(left: string, right: string): boolean {
  const most = Math.min(MAX_SLIPS, Math.floor(right.length / 2));
  return isWithin(left.toLowerCase(), right.toLowerCase(), most);
}

/** Tells whether `left` becomes `right` by adding, leaving out or changing that many letters. */
function isWithin(left: string, right: string, most: number): boolean {
  if (most < 0) return false;
  let at = 0;
  while (at < left.length && left[at] === right[at]) at += 1;
  const [rest, other] = [left.slice(at), right.slice(at)];
  if (rest === '' || other === '') return Math.max(rest.length, other.length) <= most;
  return (
    isWithin(rest.slice(1), other.slice(1), most - 1) ||
    isWithin(rest.slice(1), other, most - 1) ||
    isWithin(rest, other.slice(1), most - 1)
  );
}
