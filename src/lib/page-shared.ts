import {warnOnce} from './warn-once.js';

/** Raised when the shape of shared objects changes: copies of other versions keep to themselves. */
const PROTOCOL_VERSION = 1;

interface SharedPage {
  readonly version: number;
  readonly entries: Map<string, unknown>;
}

const KEY = Symbol.for('tinybird-chart');

/**
 * Returns the page's one object called `name`, made by `create` on first use, however many copies
 * of this script the page holds. The first copy wins; a copy with another protocol version warns
 * once and shares only with itself.
 */
export function sharedOnPage<T>(name: string, create: () => T): T {
  const {entries} = sharedPage();
  if (!entries.has(name)) entries.set(name, create());
  return entries.get(name) as T;
}

let own: SharedPage | undefined;

function sharedPage(): SharedPage {
  if (own) return own;
  const scope = globalThis as {[KEY]?: SharedPage};
  const found = scope[KEY];
  if (found?.version === PROTOCOL_VERSION && found.entries instanceof Map) return (own = found);
  own = {version: PROTOCOL_VERSION, entries: new Map()};
  if (found) {
    warnOnce(
      'tinybird-chart: two incompatible versions are on this page; they cannot share tokens or rate limits. Load one version.',
    );
  } else {
    Object.defineProperty(scope, KEY, {value: own});
  }
  return own;
}
