import {createId} from './session-store.js';
import type {SessionStore, StoredClient} from './session-store.js';
import type {FapiRequest} from './fapi-request.js';
import {FapiError} from './fapi-answer.js';

/** Name of the HttpOnly cookie by which Clerk knows a browser. */
export const CLIENT_COOKIE = '__client';

/** One browser: its secret (dev browser id or cookie value) and the client kept for it, if any. */
export interface Browser {
  readonly secret: string;
  /** Whether the secret travels as `__clerk_db_jwt`, as with `pk_test_` keys. */
  readonly isDevBrowser: boolean;
  client: StoredClient | null;
}

/**
 * Tells browsers apart. With `pk_test_` keys clerk-js sends the dev browser id in the query; with
 * `pk_live_` keys only the cookie says who asks.
 */
export class BrowserRegistry {
  readonly #store: SessionStore;
  readonly #browsers = new Map<string, Browser>();

  constructor(store: SessionStore) {
    this.#store = store;
  }

  openDevBrowser(): Browser {
    return this.#remember({secret: createId('dvb'), isDevBrowser: true, client: null});
  }

  /** @throws {FapiError} 401 `dev_browser_unauthenticated` for a dev browser of an earlier start. */
  identify(request: FapiRequest): Browser {
    const devBrowserId = request.query.get('__clerk_db_jwt');
    if (devBrowserId !== null) {
      const browser = this.#browsers.get(devBrowserId);
      if (browser) return browser;
      throw new FapiError(401, 'dev_browser_unauthenticated', 'Unknown dev browser.');
    }
    const known = this.#browsers.get(request.cookies.get(CLIENT_COOKIE) ?? '');
    return known ?? {secret: createId('clientsecret'), isDevBrowser: false, client: null};
  }

  /** Returns the browser's client, making one at the first sign-in. */
  openClient(browser: Browser): StoredClient {
    this.#remember(browser);
    browser.client ??= this.#store.createClient();
    return browser.client;
  }

  /** The cookies to set: nothing until the browser has a client. */
  cookies(browser: Browser): string[] {
    const {client, secret, isDevBrowser} = browser;
    if (!client) return [];
    const attributes = 'Path=/; SameSite=Lax';
    const cookies = [`${CLIENT_COOKIE}=${secret}; HttpOnly; ${attributes}`];
    if (isDevBrowser) return cookies;
    const uat = client.lastActiveSessionId ? Math.floor(client.updatedAtMs / 1000) : 0;
    return [...cookies, `__client_uat=${uat}; ${attributes}`];
  }

  #remember(browser: Browser): Browser {
    this.#browsers.set(browser.secret, browser);
    return browser;
  }
}
