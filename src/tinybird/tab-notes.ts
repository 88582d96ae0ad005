// Tabs of one origin draw on one rate limit. A note is a Web Lock whose name says what its tab did
// and when: the browser keeps them, and those of a tab that crashes go with it. Names hold a hash,
// times and counts, nothing else. Nobody is trusted: a turn that does not come is not waited for.

import type {Clock} from '../lib/clock.js';
import {setPatientTimer} from '../lib/patient-timer.js';
import {textHash} from '../lib/text-hash.js';

/** Longest wait for other tabs; one that computes for so long would hold up its own page first. */
const MAX_TURN_MS = 1_500;

/** Longest wait for the browser's own list of notes. */
const MAX_LOOK_MS = 500;

/** How long a tab looks out of turn after a turn did not come, or does without after a failure. */
const ALONE_MS = 30_000;

/** Names of another form are notes of another version, and none. */
const PREFIX = 'tinybird-chart/1';

/** What another tab holds. */
export interface TabNote {
  /** Same for the same note of the same tab. */
  readonly id: string;
  readonly text: string;
  /** Time since it was written, by the wall clock that tabs share. */
  readonly ageMs: number;
}

/** Notes by which the tabs of an origin keep each other informed. */
export interface TabNotes {
  /** False where tabs cannot be asked, for the moment or for good. */
  readonly isUsable: boolean;
  /**
   * Calls `step` once, later, while no other tab has the turn for `topic`; after 1.5 s out of
   * turn, after another half second without notes.
   */
  takeTurn(topic: string, step: (notes: readonly TabNote[]) => void): void;
  /** Holds a note until the returned function is called or the page goes. */
  hold(topic: string, text: string): () => void;
}

/** The part of `navigator.locks` that notes need. */
export type NoteLocks = Pick<LockManager, 'request' | 'query'>;

/** Notes kept by the browser's Web Locks. */
export class LockNotes implements TabNotes {
  readonly #locks: NoteLocks;
  readonly #clock: Clock;
  readonly #held = new Set<() => void>();
  #writing: Promise<unknown>[] = [];
  #clientId: string | undefined;
  #turnlessUntilMs = -Infinity;
  #aloneUntilMs = -Infinity;

  constructor(locks: NoteLocks, clock: Clock) {
    this.#locks = locks;
    this.#clock = clock;
  }

  get isUsable(): boolean {
    return this.#clock.monotonic() >= this.#aloneUntilMs;
  }

  takeTurn(topic: string, step: (notes: readonly TabNote[]) => void): void {
    const name = toName(topic);
    const abort = new AbortController();
    let end = () => {};
    const ended = new Promise<void>((resolve) => (end = resolve));
    let isTaken = false;
    const take = (notes: readonly TabNote[]) => {
      stopTimer();
      if (isTaken) return;
      isTaken = true;
      step(notes);
    };
    const giveUp = () => {
      if (!isTaken) this.#aloneUntilMs = this.#clock.monotonic() + ALONE_MS;
      end();
      take([]);
    };
    const look = async () => {
      take(this.#read(name, await this.#locks.query()));
      // The next tab has to see them.
      await Promise.all(this.#writing.splice(0));
    };
    const lookOutOfTurn = () => {
      stopTimer = setPatientTimer(this.#clock, giveUp, MAX_LOOK_MS);
      look().catch(giveUp);
    };
    const onTimeout = () => {
      this.#turnlessUntilMs = this.#clock.monotonic() + ALONE_MS;
      abort.abort();
      lookOutOfTurn();
    };
    let stopTimer = () => {};
    if (this.#clock.monotonic() < this.#turnlessUntilMs) {
      lookOutOfTurn();
      return;
    }
    stopTimer = setPatientTimer(this.#clock, onTimeout, MAX_TURN_MS);
    const {signal} = abort;
    const run = () => Promise.race([look(), ended]);
    void Promise.resolve()
      .then(() => this.#locks.request(name, {signal}, run))
      .catch(() => signal.aborted || giveUp());
  }

  hold(topic: string, text: string): () => void {
    let end = () => {};
    const ended = new Promise<void>((resolve) => (end = resolve));
    const release = () => {
      this.#held.delete(release);
      end();
    };
    this.#held.add(release);
    const name = `${toName(topic)} ${this.#clock.now()} ${text}`;
    this.#writing.push(
      new Promise<void>((resolve) => {
        const hold = () => {
          resolve();
          return ended;
        };
        void Promise.resolve()
          .then(() => this.#locks.request(name, {mode: 'shared'}, hold))
          .then(release, release)
          .finally(resolve);
      }),
    );
    return release;
  }

  /** Lets go of everything: browsers keep no page for the way back that holds a lock. */
  releaseAll(): void {
    for (const release of [...this.#held]) release();
  }

  #read(turn: string, {held = []}: LockManagerSnapshot): readonly TabNote[] {
    const nowMs = this.#clock.now();
    // While it has the turn; later it is known.
    if (held.length > 0 && this.#clock.monotonic() >= this.#turnlessUntilMs) {
      this.#clientId = held.find(({name}) => name === turn)?.clientId ?? this.#clientId;
    }
    return held.flatMap(({name = '', clientId}) => {
      if (clientId === this.#clientId || !name.startsWith(`${turn} `)) return [];
      const [atMs = '', ...words] = name.slice(turn.length + 1).split(' ');
      return [{id: `${clientId} ${name}`, text: words.join(' '), ageMs: nowMs - Number(atMs)}];
    });
  }
}

function toName(topic: string): string {
  return `${PREFIX} ${textHash(topic)}`;
}
