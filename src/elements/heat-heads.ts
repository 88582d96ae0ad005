import {nothing} from 'lit';
import {AsyncDirective} from 'lit/async-directive.js';
import {directive, type ElementPart} from 'lit/directive.js';

/** Least space between two labels, in px. */
const GAP_PX = 6;

class HeatHeads extends AsyncDirective {
  #row: Element | null = null;
  #observer: ResizeObserver | null = null;

  override render() {
    return nothing;
  }

  override update({element}: ElementPart) {
    this.#row = element;
    if (!this.#observer) this.reconnected();
    // Labels are written after this.
    queueMicrotask(() => thinOut(element));
    return nothing;
  }

  override disconnected(): void {
    this.#observer?.disconnect();
    this.#observer = null;
  }

  override reconnected(): void {
    const row = this.#row;
    const table = row?.closest('table');
    if (!row || !table) return;
    this.#observer = new ResizeObserver(() => thinOut(row));
    this.#observer.observe(table);
  }
}

/**
 * On the row of column heads: shows every label where there is room, else every second, third and so
 * on. Widths are measured, as characters differ between scripts. Screen readers have them all.
 */
export const heatHeads = directive(HeatHeads);

function thinOut(row: Element): void {
  const heads = [...row.querySelectorAll('th')];
  const [start, end] = [heads[0], heads.at(-1)].map((head) => head?.getBoundingClientRect());
  if (!start || !end) return;
  const slot = (end.left - start.left) / (heads.length - 1 || 1);
  const widths = heads.map((head) => (head.firstElementChild as HTMLElement).offsetWidth);
  // Not laid out, nothing is known.
  if (slot <= 0) return;
  const fits = (every: number) =>
    widths.every((width, at) => {
      const next = widths[at + every];
      return at % every > 0 || next === undefined || (width + next) / 2 + GAP_PX <= slot * every;
    });
  let every = 1;
  while (every < heads.length && !fits(every)) every += 1;
  for (const [at, head] of heads.entries()) {
    const right = start.left + slot * (at + 0.5) + (widths[at] ?? 0) / 2;
    // What would be cut off at the end is left out, too.
    head.classList.toggle('minor', at % every > 0 || (at > 0 && right > end.right + GAP_PX));
  }
}
