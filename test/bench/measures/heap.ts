import {type BenchPage, benchQuery, openPage} from '../bench-page.js';
import {type BenchContext, type Measure, bound} from '../measure.js';

const MOUNTS = 200;
const REFETCHES = 10_000;

/** After so many, the browser has compiled what it will, which is most of what grows before. */
const WARM_UP = 2_000;

const ROWS = 100;

/** Heap, listeners and nodes that stay after many mounts and after many refetches. */
export async function measureHeap({browser, server}: BenchContext): Promise<Measure[]> {
  const page = await openPage(browser, server, 'element');
  const query = {...benchQuery(server, ROWS, 1), params: {rows: `${ROWS}`}};
  try {
    // What the first charts load and keep for good is not a leak.
    await mount(page, query, 20);
    const before = await held(page);
    await mount(page, query, MOUNTS);
    const mounted = await held(page);
    await page.call('drawQuery', query);
    await page.call('refetchMany', WARM_UP);
    const drawn = await held(page);
    await page.call('refetchMany', REFETCHES);
    const refetched = await held(page);
    return [
      bound(`heap kept after ${MOUNTS} mounts`, 'MB', [mounted.heap - before.heap], 1),
      bound(`listeners kept after ${MOUNTS} mounts`, '', [mounted.listeners - before.listeners], 0),
      bound(`nodes kept after ${MOUNTS} mounts`, '', [mounted.nodes - before.nodes], 0),
      bound(`heap kept after ${REFETCHES} refetches`, 'MB', [refetched.heap - drawn.heap], 1),
    ];
  } finally {
    await page.close();
  }
}

async function mount(page: BenchPage, query: object, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    await page.call('drawQuery', query);
    await page.call('clear');
  }
}

async function held({cdp}: BenchPage) {
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.collectGarbage');
  const {usedSize} = await cdp.send('Runtime.getHeapUsage');
  const {nodes, jsEventListeners} = await cdp.send('Memory.getDOMCounters');
  return {heap: usedSize / 1_000_000, nodes, listeners: jsEventListeners};
}
