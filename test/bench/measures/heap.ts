import {type BenchPage, changingQuery, openPage} from '../bench-page.js';
import {type BenchContext, type Measure, bound} from '../measure.js';
import {WATCH_TIMERS} from '../watched-timers.js';

const MOUNTS = 200;
const REFETCHES = 10_000;

/** After so many, the browser has compiled what it will, which is most of what grows before. */
const WARM_UP = 2_000;

const ROWS = 100;

/** What a page holds, after garbage was collected. */
interface Held {
  /** In MB. */
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
  /** Callbacks of timers, animation frames and idle time that are to come. */
  readonly timers: number;
  readonly observers: number;
  /** Elements of ours, and canvases with a drawing. */
  readonly charts: number;
}

const OBSERVER_PROTOTYPES = ['Intersection', 'Mutation', 'Performance', 'Resize'].map(
  (name) => `${name}Observer.prototype`,
);
const CHART_PROTOTYPES = [
  'customElements.get("tinybird-chart").prototype',
  'CanvasRenderingContext2D.prototype',
];

/** What stays after many mounts and after many refetches, but for what the first of them load for good. */
export async function measureHeap({browser, server}: BenchContext): Promise<Measure[]> {
  const page = await openPage(browser, server, 'element', WATCH_TIMERS);
  const query = changingQuery(server, ROWS);
  try {
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
      ...keptSince(before, mounted, `${MOUNTS} mounts`),
      ...keptSince(drawn, refetched, `${REFETCHES} refetches`),
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

function keptSince(before: Held, after: Held, what: string): Measure[] {
  const kept = (name: keyof Held, unit: string, most: number) =>
    bound(`${name} kept after ${what}`, unit, [after[name] - before[name]], most);
  return [
    kept('heap', 'MB', 1),
    ...(['nodes', 'listeners', 'timers', 'observers', 'charts'] as const).map((name) =>
      kept(name, '', 0),
    ),
  ];
}

async function held(page: BenchPage): Promise<Held> {
  const {cdp} = page;
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.collectGarbage');
  const {usedSize} = await cdp.send('Runtime.getHeapUsage');
  const {nodes, jsEventListeners: listeners} = await cdp.send('Memory.getDOMCounters');
  const timers = Number(await page.page.evaluate('callbacks.pending()'));
  const observers = await countInstances(page, OBSERVER_PROTOTYPES);
  const charts = await countInstances(page, CHART_PROTOTYPES);
  return {heap: usedSize / 1_000_000, nodes, listeners, timers, observers, charts};
}

/** Counts the objects on the heap that have one of the prototypes, which expressions name. */
async function countInstances({cdp}: BenchPage, prototypes: readonly string[]): Promise<number> {
  const objectGroup = 'instances';
  let count = 0;
  for (const expression of prototypes) {
    const {result} = await cdp.send('Runtime.evaluate', {expression, objectGroup});
    const {objects} = await cdp.send('Runtime.queryObjects', {
      prototypeObjectId: result.objectId!,
      objectGroup,
    });
    const {result: length} = await cdp.send('Runtime.callFunctionOn', {
      objectId: objects.objectId!,
      functionDeclaration: 'function () { return this.length; }',
    });
    count += Number(length.value);
  }
  await cdp.send('Runtime.releaseObjectGroup', {objectGroup});
  return count;
}
