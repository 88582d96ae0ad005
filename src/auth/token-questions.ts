import type {Moment} from './server-clock.js';

/**
 * Questions that may be open at once. More than one, as a question can hang on a dead connection;
 * no more than two, as Clerk repeats each for minutes, also against its own rate limit.
 */
const MAX_OPEN = 2;

/** A question that is this old is forgotten: Clerk gives up after some 160 s. */
const LIMIT_MS = 180_000;

/** A token that was asked for. */
export interface TokenQuestion {
  readonly answer: Promise<string>;
  readonly isFresh: boolean;
  /** When it was asked. */
  readonly start: Moment;
}

/** Keeps callers that have lost patience from asking the same thing over and over. */
export class TokenQuestions {
  readonly #mint: (isFresh: boolean) => Promise<string>;
  readonly #mark: () => Moment;
  /** Oldest first. */
  #open: readonly TokenQuestion[] = [];

  constructor(mint: (isFresh: boolean) => Promise<string>, mark: () => Moment) {
    this.#mint = mint;
    this.#mark = mark;
  }

  /** Asks, or joins the latest question where enough of them are open. */
  ask(isFresh: boolean): TokenQuestion {
    const now = this.#mark();
    this.#open = this.#open.filter(({start}) => now.monotonicMs - start.monotonicMs < LIMIT_MS);
    const latest = this.#open.at(-1);
    const isFull = this.#open.length >= MAX_OPEN;
    if (latest && isFull && (latest.isFresh || !isFresh)) return latest;
    const question = {answer: this.#mint(isFresh), isFresh, start: now};
    this.#open = [...this.#open, question];
    const close = () => {
      this.#open = this.#open.filter((other) => other !== question);
    };
    question.answer.then(close, close);
    return question;
  }

  /** Joins none of the open questions any more: they were about somebody else. */
  forget(): void {
    this.#open = [];
  }
}
