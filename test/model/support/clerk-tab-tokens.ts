import {ClerkCache} from './clerk-cache.js';
import {ScriptedClerkError, type ClerkServer, type ServerSession} from './clerk-server.js';

/** First pause between retries and how it grows (clerk-js 6.40). */
const RETRY_MS = 3_000;
const RETRY_FACTOR = 1.55;
const MAX_RETRIES = 8;
const MAX_OFFLINE_RETRIES = 3;

/** What one tab knows of its session. */
export interface ClerkTab {
  readonly session: ServerSession;
  organization: string | null;
  isPending: boolean;
}

/** What `ClerkTabTokens` work with. */
export interface ClerkTabTokenOptions {
  readonly server: ClerkServer;
  readonly hasFocus: () => boolean;
  /** Hears of each session token that the server has given. */
  readonly onConfirmed: () => void;
  /** Finds out what the server still has of this client. */
  readonly onUnauthorized: () => Promise<void>;
}

/** Tokens as clerk-js 6.40 gets them: cached, renewed in the background, retried. */
export class ClerkTabTokens {
  readonly #options: ClerkTabTokenOptions;
  readonly #cache: ClerkCache;
  readonly #refreshing = new Set<string>();

  constructor(options: ClerkTabTokenOptions) {
    this.#options = options;
    this.#cache = new ClerkCache(options.server.clock);
  }

  clear(): void {
    this.#cache.clear();
  }

  /** A token of the template, or Clerk's own; rejects as `getToken()` does. */
  async get(
    tab: ClerkTab,
    template: string | undefined,
    isUncached: boolean,
  ): Promise<string | null> {
    for (let retry = 0; ; retry += 1) {
      try {
        const token = await this.#askOnce(tab, template, isUncached);
        if (template === undefined) this.#options.onConfirmed();
        return token;
      } catch (error) {
        if (!(error instanceof ScriptedClerkError)) throw error;
        if (error.status === 401) {
          await this.#options.onUnauthorized();
          throw error;
        }
        const {status = 500} = error;
        const isFinal = status < 500 && status !== 429;
        const most = this.#options.server.isOnline ? MAX_RETRIES : MAX_OFFLINE_RETRIES;
        if (isFinal) throw error;
        if (retry >= most) {
          throw this.#options.server.isOnline
            ? error
            : new ScriptedClerkError({code: 'clerk_offline'});
        }
        await this.#options.server.clock.wait(Math.min(50_000, RETRY_MS * RETRY_FACTOR ** retry));
      }
    }
  }

  #askOnce(
    {session, organization}: ClerkTab,
    template: string | undefined,
    isUncached: boolean,
  ): Promise<string> {
    const key = JSON.stringify([session.id, template, organization]);
    const cached = isUncached ? undefined : this.#cache.get(key);
    if (cached) return cached;
    const answer = this.#options.server.token(session.id, template);
    this.#cache.set(key, answer, this.#refresher(key, session.id, template));
    return answer;
  }

  #refresher(key: string, sessionId: string, template: string | undefined) {
    if (!this.#options.hasFocus()) return undefined;
    return () => {
      if (this.#refreshing.has(key)) return;
      this.#refreshing.add(key);
      void this.#options.server
        .token(sessionId, template)
        .then(
          (token) =>
            this.#cache.set(key, Promise.resolve(token), this.#refresher(key, sessionId, template)),
          // As in clerk-js: the entry lives on to its end.
          () => undefined,
        )
        .finally(() => this.#refreshing.delete(key));
    };
  }
}
