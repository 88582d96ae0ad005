// Runs in each page before a contender: columns, holders, and when something is on screen.
import {valueAt} from './bench-rows.js';
import type {BenchQuery, Columns, Contender, Drawn} from './contender.js';
import {isStroked} from './is-stroked.js';

const START_MS = Date.UTC(2026, 0, 1);

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

const columnsOf = (rows: number, version: number): Columns => ({
  x: Float64Array.from({length: rows}, (_, place) => START_MS + place * 1_000),
  y: Float64Array.from({length: rows}, (_, place) => valueAt(place, version)),
});

const drawn: Drawn[] = [];
let columns: Columns = columnsOf(0, 0);
const longTasks: number[] = [];
new PerformanceObserver((list) => {
  longTasks.push(...list.getEntries().map(({duration}) => duration));
}).observe({type: 'longtask'});

const contender = () => (globalThis as unknown as {contender: Contender}).contender;

function holder(): HTMLElement {
  const element = document.createElement('div');
  element.className = 'holder';
  document.body.append(element);
  return element;
}

const bench = {
  frame,
  longTasks,
  /** Resolves a frame after a canvas, or a line in SVG, has come into `element`. */
  async painted(element: HTMLElement): Promise<void> {
    while (!element.querySelector('canvas, .recharts-line-curve')) {
      if (element.textContent.includes('Error')) throw new Error(element.textContent);
      await frame();
    }
    await frame();
  },
  /** Makes the columns ahead of the time that counts. */
  prepare(rows: number, version: number): void {
    columns = columnsOf(rows, version);
  },
  async drawColumns(): Promise<void> {
    drawn.push(await contender().drawColumns!(holder(), columns));
    await frame();
    await frame();
  },
  async drawQuery(query: BenchQuery): Promise<void> {
    drawn.push(await contender().drawQuery!(holder(), query));
    await frame();
    await frame();
  },
  /** Waits for the first `count`, although it begins them all. */
  async drawQueries(queries: readonly BenchQuery[], count = queries.length): Promise<void> {
    const made = queries.map((query) => contender().drawQuery!(holder(), query));
    drawn.push(...(await Promise.all(made.slice(0, count))));
    await frame();
  },
  async refetchAll(): Promise<void> {
    await Promise.all(drawn.map((one) => one.refetch!()));
    await frame();
    await frame();
  },
  async refetchMany(times: number): Promise<void> {
    for (let time = 0; time < times; time += 1) await drawn[0]!.refetch!();
    await frame();
  },
  /** How many charts show their line from one end to the other. */
  strokedCharts: () => [...document.querySelectorAll('.holder')].filter(isStroked).length,
  async clear(): Promise<void> {
    for (const one of drawn.splice(0)) one.dispose();
    for (const element of document.querySelectorAll('.holder')) element.remove();
    await frame();
  },
};

/** What the benchmark calls in the page. */
export type Bench = typeof bench;

Object.assign(globalThis, {bench});
