import type {ChartError} from '../errors/chart-error.js';
import type {ChartType} from './chart-settings.js';
import {isHtmlKind} from './html-view.js';
import {partMissing} from './part-missing.js';

/** Every part has a file of its own, so that a page loads no more than its charts need. */
const LOADERS = {
  views: () => import('./drawn-views.js'),
  charting: () => import('./charting-parts.js'),
  filled: async () => {
    (await import('../charting/filled-parts.js')).registerFilledParts();
    return true;
  },
  smooth: () => import('../charting/smooth-parts.js'),
  motion: () => import('../charting/motion-parts.js'),
  auto: () => import('../series/infer-kind.js'),
  extras: () => import('./extend-plot.js'),
  'bar-list': async () => (await import('./bar-list-view.js')).barListView,
  pie: async () => (await import('./pie-view.js')).pieView,
  donut: async () => (await import('./pie-view.js')).pieView,
  funnel: async () => (await import('./funnel-view.js')).funnelView,
  heatmap: async () => (await import('./heatmap-view.js')).heatmapView,
  metric: async () => (await import('./metric-view.js')).metricView,
  problem: () => import('./settings-problem.js'),
  form: () => import('./form-params.js'),
  earlier: () => import('./earlier-rows.js'),
  session: () => import('./session-views.js'),
  'drawn-table': () => import('./drawn-table.js'),
  table: async () => (await import('./table-view.js')).tableView,
} as const;

/** Charts can be read without these: they are tried again with each update. */
const OPTIONAL = /^(earlier|motion|session)$/;

/** What is loaded late. */
export type PartName = keyof typeof LOADERS;

/** The parts that are there. */
export type LoadedParts = {[Name in PartName]?: Awaited<ReturnType<(typeof LOADERS)[Name]>>};

/** Of all charts of the page: the next one has them at once. */
const loaded: LoadedParts = {};

/** What is on its way: one import for all, as each takes tasks of its own. */
const loading: {[Name in PartName]?: Promise<unknown> | undefined} = {};

/** The code that drawings need, loaded when their type is known. */
export class DrawingParts {
  readonly #onChange: () => void;
  /** Something was missing when it was needed. */
  #isAwaited = false;
  #problem: ChartError | null = null;

  /** `onChange` hears when what was needed arrives, and of each part that cannot be had. */
  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  get loaded(): LoadedParts {
    return loaded;
  }

  /** A part that could not be loaded, or null. */
  get problem(): ChartError | null {
    return this.#problem;
  }

  /** Starts loading what a chart of this type needs, with curves or without, ahead of its rows. */
  expect(type: ChartType | 'extras' | 'filled', isSmooth = false): boolean {
    const parts = partsOf(type);
    const names = isSmooth && parts.includes('charting') ? [...parts, 'smooth' as const] : parts;
    for (const name of names) this.#load(name);
    return names.every((name) => loaded[name]);
  }

  /** The same for rows that are there; true when nothing is missing. */
  prepare(type: ChartType | 'extras' | 'filled', isSmooth = false): boolean {
    const isReady = this.expect(type, isSmooth);
    this.#isAwaited ||= !isReady;
    return isReady;
  }

  /** Tries again to load what could not be loaded. */
  retry(): void {
    if (!this.#problem) return;
    this.#problem = null;
    this.#onChange();
  }

  /** Returns a part, or null while it is on its way. */
  need<Name extends PartName>(name: Name): LoadedParts[Name] | null {
    this.#load(name);
    this.#isAwaited ||= !loaded[name];
    return loaded[name] ?? null;
  }

  #load(name: PartName): void {
    // What could not be loaded is tried again by `retry`, not by each update.
    if (loaded[name] || this.#problem) return;
    (loading[name] ??= LOADERS[name]()).then(
      (part) => {
        Object.assign(loaded, {[name]: part});
        if (!this.#isAwaited) return;
        this.#isAwaited = false;
        this.#onChange();
      },
      (cause: unknown) => {
        loading[name] = undefined;
        if (OPTIONAL.test(name)) return;
        this.#problem = partMissing(cause);
        this.#onChange();
      },
    );
  }
}

function partsOf(type: ChartType | 'extras' | 'filled'): readonly PartName[] {
  if (type === 'auto') return ['views', type, 'charting'];
  if (type === 'extras' || type === 'scatter') return ['views', 'charting', 'extras'];
  if (type === 'area' || type === 'bar' || type === 'filled')
    return ['views', 'charting', 'filled'];
  return ['views', isHtmlKind(type) ? type : 'charting'];
}
