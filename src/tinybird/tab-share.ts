import type {Clock} from '../lib/clock.js';
import type {PaceBucket, Start} from './pace-bucket.js';
import {freeAtMs, type Departure} from './pace-window.js';
import type {OpenShare} from './pacer.js';
import {LockNotes, type TabNote, type TabNotes} from './tab-notes.js';

/** How soon a tab looks again whether others have left room. */
const LOOK_AGAIN_MS = 50;

/** How long requests of a tab nobody sees stand back for tabs that are seen. */
const PATIENCE_MS = 5_000;

/** Longest time that others can keep a tab from starting anything; then it does without them. */
const MAX_HELD_BACK_MS = 15_000;
const ALONE_MS = 60_000;

/** Other tabs' refusals are believed once in this time: this tab finds out by itself, too. */
const HEED_EVERY_MS = 60_000;

/** Age up to which another tab is believed to still wait. */
const WANT_MS = 500;

/** Room for clocks that were corrected a moment ago. */
const MAX_AHEAD_MS = 100;

/** What a `TabShare` works with. */
export interface TabShareOptions {
  readonly notes: TabNotes;
  readonly clock: Clock;
  /** True while somebody sees this tab. */
  readonly isSeen: () => boolean;
}

/** One rate limit as shared by the tabs of an origin: whose turn it is, and how much of it. */
export class TabShare {
  readonly #topic: string;
  readonly #pace: PaceBucket;
  readonly #options: TabShareOptions;
  readonly #heard = new Set<string>();
  #heedAgainAtMs = -Infinity;
  #isAsking = false;
  #askAgainAtMs = -Infinity;
  #heldBackSinceMs: number | null = null;
  #aloneUntilMs = -Infinity;
  /** Notes of starts that do not count any more at some time; one timer for all. */
  readonly #ending = new Map<() => void, number>();
  #stopTimer = () => {};
  #stopWanting = () => {};
  #stopTelling = () => {};

  constructor(topic: string, pace: PaceBucket, options: TabShareOptions) {
    this.#topic = topic;
    this.#pace = pace;
    this.#options = options;
  }

  /** False where the tab goes by its own count alone. */
  get isUsable(): boolean {
    const {notes, clock} = this.#options;
    return notes.isUsable && clock.monotonic() >= this.#aloneUntilMs && this.#pace.isLimited;
  }

  /** Milliseconds until it is worth asking for a turn; Infinity while one is on its way. */
  waitMs(nowMs: number): number {
    return this.#isAsking ? Infinity : Math.max(0, this.#askAgainAtMs - nowMs);
  }

  /**
   * Calls `start` later, in this tab's turn, with the most requests that it may start. It starts
   * them at once and returns how many that were, and how many are left.
   */
  takeTurn(start: (most: number) => {readonly started: number; readonly left: number}): void {
    const {notes, clock} = this.#options;
    this.#isAsking = true;
    notes.takeTurn(this.#topic, (found) => {
      this.#isAsking = false;
      const nowMs = clock.monotonic();
      const {started, left} = start(this.#hear(found, nowMs));
      const isContested = left > 0 && (started === 0 || found.length > 0);
      this.#askAgainAtMs = isContested ? nowMs + LOOK_AGAIN_MS : nowMs;
      this.#stopWanting();
      if (left > 0 && this.#options.isSeen()) this.#stopWanting = notes.hold(this.#topic, 'w');
      if (started > 0 || left === 0) this.#heldBackSinceMs = null;
      else this.#meetHoldBack(nowMs);
    });
  }

  /** Tells other tabs of a start. Returns what takes that back after some milliseconds. */
  tellStart({isPolling}: Start): (afterMs: number) => void {
    const release = this.#options.notes.hold(this.#topic, isPolling ? 'p' : 's');
    return (afterMs) => {
      if (afterMs <= 0) {
        release();
        return;
      }
      this.#ending.set(release, this.#options.clock.monotonic() + afterMs);
      this.#endSome();
    };
  }

  /** Tells other tabs of the latest refusal, until its pause is over. */
  tellRefusal(pauseMs: number): void {
    const {notes, clock} = this.#options;
    this.#stopTelling();
    this.#stopTelling = notes.hold(this.#topic, `r ${Math.round(pauseMs)} ${this.#pace.most}`);
    clock.setTimer(this.#stopTelling, pauseMs);
  }

  #endSome(): void {
    const {clock} = this.#options;
    this.#stopTimer();
    for (const [release, atMs] of this.#ending) {
      if (atMs > clock.monotonic()) continue;
      this.#ending.delete(release);
      release();
    }
    if (this.#ending.size === 0) return;
    const waitMs = Math.min(...this.#ending.values()) - clock.monotonic();
    this.#stopTimer = clock.setTimer(() => this.#endSome(), Math.ceil(waitMs));
  }

  #meetHoldBack(nowMs: number): void {
    this.#heldBackSinceMs ??= nowMs;
    if (nowMs - this.#heldBackSinceMs < Math.max(MAX_HELD_BACK_MS, 3 * this.#pace.windowMs)) return;
    this.#aloneUntilMs = nowMs + ALONE_MS;
    this.#heldBackSinceMs = null;
    this.#pace.hear([]);
  }

  /** Returns how many requests this tab may start now. */
  #hear(notes: readonly TabNote[], nowMs: number): number {
    const pace = this.#pace;
    const starts: Departure[] = [];
    const wanting = new Set<string>();
    const ids = new Set<string>();
    for (const {id, text, ageMs} of notes) {
      const [kind, ...numbers] = text.split(' ');
      const atMs = nowMs - ageMs;
      if (!(ageMs >= -MAX_AHEAD_MS)) continue;
      const isPolling = kind === 'p';
      if (kind === 's' || isPolling) {
        const start = {atMs, arrivedAtMs: atMs + pace.maxWayMs, isPolling};
        if (freeAtMs(start, pace.windowMs) > nowMs) starts.push(start);
      } else if (kind === 'w' && ageMs <= pace.windowMs + WANT_MS) {
        wanting.add(id.split(' ')[0] ?? '');
      } else if (kind === 'r') {
        ids.add(id);
        const [pauseMs = NaN, allowance = NaN] = numbers.map(Number);
        if (this.#heard.has(id) || !(pauseMs > ageMs && allowance >= 1)) continue;
        this.#heard.add(id);
        if (nowMs < this.#heedAgainAtMs) continue;
        this.#heedAgainAtMs = nowMs + HEED_EVERY_MS;
        pace.hearRefusal(nowMs, pauseMs - ageMs, allowance);
      }
    }
    for (const id of this.#heard) if (!ids.has(id)) this.#heard.delete(id);
    pace.hear(starts);
    const waitedMs = nowMs - (this.#heldBackSinceMs ?? nowMs);
    if (wanting.size > 0 && !this.#options.isSeen() && waitedMs < PATIENCE_MS) return 0;
    return Math.ceil(pace.room(nowMs) / (1 + wanting.size));
  }
}

/** Returns what shares limits with the tabs of this origin; null where it has no Web Locks. */
export function shareWithTabs(clock: Clock): OpenShare | null {
  // Absent on pages without https and in old browsers; Node may have locks, but no tabs.
  const {locks} = navigator as {locks?: LockManager};
  if (!locks || typeof document === 'undefined') return null;
  const notes = new LockNotes(locks, clock);
  addEventListener('pagehide', () => notes.releaseAll());
  const isSeen = () => document.visibilityState !== 'hidden';
  return (topic, pace) => new TabShare(topic, pace, {notes, clock, isSeen});
}
