import type {ChartHarness} from './chart-harness.js';

/** All elements of a drawing in HTML that match. */
export function allIn(chart: ChartHarness, selector: string): HTMLElement[] {
  return [...(chart.element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];
}

/** Entries of a list as text. */
export function entriesOf(chart: ChartHarness, part: string): string[] {
  return allIn(chart, `[part=${part}] li`).map((entry) =>
    entry.textContent.replace(/\s+/g, ' ').trim(),
  );
}
