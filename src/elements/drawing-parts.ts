import type {ChartError} from '../errors/chart-error.js';
import {NetworkError} from '../errors/request-errors.js';
import type {ChartType} from './chart-settings.js';
import type * as Charting from './charting-parts.js';
import type * as Views from './drawn-views.js';

/** The code that drawings need, loaded when their type is known. */
export class DrawingParts {
  readonly #onChange: () => void;
  readonly #loading = new Set<string>();
  #views: typeof Views | null = null;
  #charting: typeof Charting | null = null;
  #problem: ChartError | null = null;

  /** `onChange` hears of each part that arrives or cannot be loaded. */
  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  get views(): typeof Views | null {
    return this.#views;
  }

  get charting(): typeof Charting | null {
    return this.#charting;
  }

  /** A part that could not be loaded, or null. */
  get problem(): ChartError | null {
    return this.#problem;
  }

  /** Starts loading what a chart of this type needs; true when all of it is there. */
  prepare(type: ChartType): boolean {
    const needsCharting = type !== 'metric' && type !== 'table';
    this.#load('views', async () => void (this.#views = await import('./drawn-views.js')));
    if (needsCharting)
      this.#load(
        'charting',
        async () => void (this.#charting = await import('./charting-parts.js')),
      );
    return this.#views !== null && (!needsCharting || this.#charting !== null);
  }

  /** Tries again to load what could not be loaded. */
  retry(): void {
    if (!this.#problem) return;
    this.#problem = null;
    this.#loading.clear();
  }

  #load(part: string, load: () => Promise<void>): void {
    if (this.#loading.has(part)) return;
    this.#loading.add(part);
    load()
      .catch((cause: unknown) => {
        this.#problem = new NetworkError(
          'A part of tinybird-chart could not be loaded. Keep all files of its folder side by side and reachable.',
          {cause},
        );
      })
      .finally(this.#onChange);
  }
}
