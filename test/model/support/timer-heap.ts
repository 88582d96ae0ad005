/** Something due at a time; cancelled ones are dropped when their turn comes. */
export interface Timer {
  readonly dueMs: number;
  readonly order: number;
  readonly callback: () => void;
  isCancelled: boolean;
}

/** Timers by due time, those of one time in the order they were set. */
export class TimerHeap {
  readonly #timers: Timer[] = [];

  /** The next timer that was not cancelled. */
  get first(): Timer | undefined {
    while (this.#timers[0]?.isCancelled) this.shift();
    return this.#timers[0];
  }

  push(timer: Timer): void {
    const timers = this.#timers;
    let at = timers.push(timer) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!isBefore(timers[at]!, timers[above]!)) break;
      this.#swap(at, above);
      at = above;
    }
  }

  /** Takes the first timer out. */
  shift(): void {
    const timers = this.#timers;
    const last = timers.pop();
    if (!last || timers.length === 0) return;
    timers[0] = last;
    for (let at = 0; ;) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      let least = at;
      if (timers[left] && isBefore(timers[left], timers[least]!)) least = left;
      if (timers[right] && isBefore(timers[right], timers[least]!)) least = right;
      if (least === at) return;
      this.#swap(at, least);
      at = least;
    }
  }

  #swap(one: number, other: number): void {
    const timers = this.#timers;
    [timers[one], timers[other]] = [timers[other]!, timers[one]!];
  }
}

function isBefore(left: Timer, right: Timer): boolean {
  return left.dueMs < right.dueMs || (left.dueMs === right.dueMs && left.order < right.order);
}
