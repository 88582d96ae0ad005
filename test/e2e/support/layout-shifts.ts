import type {Page} from 'playwright-core';

/** One time that something on a page moved by itself. */
export interface Shift {
  /** Score as Chrome counts it for Cumulative Layout Shift. */
  readonly value: number;
  /** What moved. */
  readonly moved: readonly string[];
}

interface ShiftEntry extends PerformanceEntry {
  readonly value: number;
  readonly sources: readonly {readonly node: Node | null}[];
}

type ShiftWindow = Window & {layoutShifts: Shift[]};

/** Notes every layout shift of the pages that are opened in `page` from now on. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts: Shift[] = [];
    (window as unknown as ShiftWindow).layoutShifts = shifts;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const {value, sources} = entry as ShiftEntry;
        shifts.push({value, moved: sources.map(({node}) => node?.nodeName ?? '')});
      }
    }).observe({type: 'layout-shift', buffered: true});
  });
}

/** The layout shifts of the present page, oldest first. */
export function readShifts(page: Page): Promise<readonly Shift[]> {
  return page.evaluate(() => (window as unknown as ShiftWindow).layoutShifts);
}
