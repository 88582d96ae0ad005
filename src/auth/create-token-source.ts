import {type Clock, systemClock} from '../lib/clock.js';
import {createPageActivity, type PageActivity} from '../lib/page-activity.js';
import {sharedOnPage} from '../lib/page-shared.js';
import {Poller} from '../lib/poller.js';
import {stableKey} from '../lib/stable-key.js';
import {textHash} from '../lib/text-hash.js';
import {ClerkFinder, type ClerkFinderSettings} from './clerk-finder.js';
import type {ClerkInstance} from './clerk-instance.js';
import {createClerkLoader} from './clerk-loader.js';
import type {ClerkPage} from './clerk-page.js';
import {ClerkSessionSource} from './clerk-session-source.js';
import {ClerkTokenSource} from './clerk-token-source.js';
import {FallbackSource} from './fallback-source.js';
import {type GetToken, GetTokenSource} from './get-token-source.js';
import {StaticTokenSource} from './static-token-source.js';
import {createEndpointGetToken} from './token-endpoint.js';
import type {TokenSource} from './token-source.js';

/** Everything that decides where tokens come from. The first of the sources given wins. */
export interface AuthSettings extends ClerkFinderSettings {
  /** Gives tokens without Clerk; null means that nobody is signed in. Keep one function. */
  readonly getToken?: GetToken | undefined;
  /** What `getToken` is told; a page's function may give a token for each pipe. */
  readonly pipe?: string | undefined;
  /** URL of the page's origin that answers `{token}`. */
  readonly tokenEndpoint?: string | undefined;
  /** Name of the Clerk JWT template. @default tinybird */
  readonly jwtTemplate?: string | undefined;
  /** A public, read-only token, used when there is no session. */
  readonly token?: string | undefined;
}

/** What the sources of one page share, replaced in tests. */
export interface AuthParts {
  readonly page: ClerkPage;
  readonly clock: Clock;
  readonly activity: PageActivity;
  readonly fetch: typeof fetch;
  /** Returns the one object of this name, made on first use. */
  readonly share: <T>(name: string, create: () => T) => T;
}

/**
 * Returns the page's one token source for these settings.
 *
 * @throws {ConfigurationError | HostNotAllowedError} for a token endpoint off the page's origin.
 */
export function getTokenSource(settings: AuthSettings, parts = pageParts()): TokenSource {
  const {getToken, tokenEndpoint, pipe = '', token} = settings;
  const {share} = parts;
  if (getToken) {
    const key = `get-token:${objectId(getToken, parts)}:${pipe}`;
    return share(key, () => new GetTokenSource({...parts, key, getToken, pipe}));
  }
  if (tokenEndpoint) {
    const key = `token-endpoint:${tokenEndpoint}`;
    return share(key, () => {
      const fromEndpoint = createEndpointGetToken(tokenEndpoint, {
        fetch: parts.fetch,
        location: parts.page.location,
      });
      return new GetTokenSource({...parts, key, getToken: fromEndpoint, pipe: ''});
    });
  }
  const [clerkSource, finder] = getClerkSource(settings, parts);
  if (!token) return clerkSource;
  return share(`${clerkSource.key}:public:${textHash(token)}`, () => {
    const isAbsent = () => finder.state.status === 'searching' && finder.state.isAbsent;
    return new FallbackSource(clerkSource, new StaticTokenSource(token, parts.clock), isAbsent);
  });
}

function getClerkSource(
  settings: AuthSettings,
  parts: AuthParts,
): readonly [ClerkTokenSource, ClerkFinder] {
  const {clerk, publishableKey, proxyUrl, clerkJsUrl, trusted} = settings;
  const {jwtTemplate: template = 'tinybird'} = settings;
  const {share, page, clock} = parts;
  const loader = share('clerk-loader', () => createClerkLoader(page, clock));
  const poller = share('clerk-poller', () => new Poller(parts));
  const wanted = {clerk, publishableKey, proxyUrl, clerkJsUrl, trusted};
  const name = stableKey({...wanted, clerk: clerk ? objectId(clerk, parts) : null});
  const create = () => new ClerkFinder(wanted, {...parts, poller, loader});
  const finder = share(`clerk-finder:${name}`, create);
  const key = `clerk:${template}:${name}`;
  const ui = () => loader.ui;
  const open = (found: ClerkInstance) => {
    const key = `clerk-session:${template}:${objectId(found, parts)}`;
    return share(key, () => new ClerkSessionSource({...parts, key, clerk: found, template}));
  };
  const source = share(key, () => new ClerkTokenSource({key, finder, open, ui}));
  return [source, finder];
}

function pageParts(): AuthParts {
  return {
    page: window,
    clock: systemClock,
    activity: sharedOnPage('page-activity', () => createPageActivity()),
    // eslint-disable-next-line no-restricted-syntax -- for the token endpoint of the page's origin
    fetch: (...request) => fetch(...request),
    share: sharedOnPage,
  };
}

/** Numbers objects in order of appearance, so that settings with functions have a key. */
function objectId(object: object, {share}: AuthParts): number {
  const ids = share('object-ids', () => ({known: new WeakMap<object, number>(), last: 0}));
  let id = ids.known.get(object);
  if (id === undefined) {
    id = ids.last += 1;
    ids.known.set(object, id);
  }
  return id;
}
