import {parseJwtClaims} from '../../../src/auth/jwt-claims.js';
import type {ModelClock} from './model-clock.js';

interface Entry {
  readonly answer: Promise<string>;
  expiresAtMs: number;
  stop: () => void;
}

/** A cached token is given out while more than this remains (facts: 8 s life, served at 8, 7, 6). */
const LEAST_LEFT_MS = 5_000;

/** The background timer fires when this remains. */
const REFRESH_LEFT_MS = 17_000;

/** clerk-js's token cache of one tab: by session, template and the organization of the tab. */
export class ClerkCache {
  readonly #clock: ModelClock;
  readonly #entries = new Map<string, Entry>();

  constructor(clock: ModelClock) {
    this.#clock = clock;
  }

  get(key: string): Promise<string> | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    const isUsable = entry.expiresAtMs - this.#clock.now() > LEAST_LEFT_MS;
    return isUsable ? entry.answer : undefined;
  }

  /**
   * Keeps the answer under way, so that callers share it. `refresh` runs ahead of its end; undefined
   * where the tab had no focus when it asked.
   */
  set(key: string, answer: Promise<string>, refresh: (() => void) | undefined): void {
    const before = this.#entries.get(key);
    before?.stop();
    const entry: Entry = {answer, expiresAtMs: Infinity, stop: () => undefined};
    this.#entries.set(key, entry);
    answer.then(
      (token) => {
        if (this.#entries.get(key) === entry) this.#schedule(key, entry, token, refresh);
      },
      () => {
        if (this.#entries.get(key) === entry) this.#entries.delete(key);
      },
    );
  }

  clear(): void {
    for (const {stop} of this.#entries.values()) stop();
    this.#entries.clear();
  }

  #schedule(key: string, entry: Entry, token: string, refresh: (() => void) | undefined): void {
    const {expiresAtMs} = parseJwtClaims(token) ?? {};
    if (expiresAtMs == null) return;
    entry.expiresAtMs = expiresAtMs;
    const leftMs = expiresAtMs - this.#clock.now();
    if (leftMs <= 0) {
      this.#entries.delete(key);
      return;
    }
    const stops = [this.#clock.setTimer(() => this.#entries.delete(key), leftMs)];
    if (refresh && leftMs > REFRESH_LEFT_MS) {
      stops.push(this.#clock.setTimer(refresh, leftMs - REFRESH_LEFT_MS));
    }
    entry.stop = () => {
      for (const stop of stops) stop();
    };
  }
}
