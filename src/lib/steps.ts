/** Work that rests now and then, where another task may come in between. */
export type Steps<Result> = Generator<void, Result, void>;

/** Tells whether a loop over many items rests at this one. */
export function isRest(at: number): boolean {
  return at % 8192 === 0;
}

/** Takes all steps at once. */
export function runAtOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const {done, value} = steps.next();
    if (done) return value;
  }
}
