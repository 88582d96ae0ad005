import type {Page} from 'playwright-core';
import type {ChartState} from '../../../src/index.js';

type SeenWindow = Window & {statesSeen: ChartState[]};

/** Notes from now on every state that any chart of the page takes. */
export async function watchStates(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: ChartState[] = [];
    (window as unknown as SeenWindow).statesSeen = seen;
    document.addEventListener('tinybird-chart-state', ({state}) => seen.push(state));
  });
}

/** The states taken since `watchStates`, each once, sorted. */
export async function statesSeen(page: Page): Promise<readonly ChartState[]> {
  const seen = await page.evaluate(() => (window as unknown as SeenWindow).statesSeen);
  return [...new Set(seen)].sort();
}
