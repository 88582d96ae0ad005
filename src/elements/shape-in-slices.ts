// Loaded late: shaping more rows than one task may take.
import type {ReactiveControllerHost} from 'lit';
import {runInSlices} from '../lib/run-in-slices.js';
import {stableKey} from '../lib/stable-key.js';
import type {Steps} from '../lib/steps.js';
import type {Language} from '../messages/language.js';
import type {PipeResponse} from '../tinybird/pipe-response.js';
import type {ChartType} from './chart-settings.js';
import {HTML_KINDS} from './html-view.js';
import type {PartOfShape, Shaped, ShapeParts} from './shape.js';
import type {ShapeSettings} from './shape-settings.js';

type Host = ReactiveControllerHost & HTMLElement;

/** What is shaped for a host, and the way to what came of it once that is known. */
interface Job {
  readonly key: readonly unknown[];
  take: (() => Shaped | PartOfShape) | null;
}

const jobs = new WeakMap<Host, Job>();

/**
 * Shapes a response in short tasks, after which the host is asked to update and gets what came of
 * it; until then it returns their type. Stops as soon as the rows are not wanted any more.
 *
 * @throws what the steps have thrown.
 */
export function shapeInSlices(
  steps: Steps<Shaped | PartOfShape>,
  response: PipeResponse,
  settings: ShapeSettings,
  language: Language,
  {host, isCurrent, viewOf, auto, extras}: ShapeParts,
): Shaped | ChartType | 'extras' {
  // What a job lacked may have come since.
  const parts = [auto, extras, ...HTML_KINDS.map(viewOf)];
  const key = [response, stableKey(settings), language, ...parts];
  const known = jobs.get(host);
  if (known?.key.every((one, at) => one === key[at])) return known.take?.() ?? settings.type;
  const job: Job = {key, take: null};
  jobs.set(host, job);
  void run();
  return settings.type;

  async function run(): Promise<void> {
    const isWanted = () => jobs.get(host) === job && host.isConnected && isCurrent();
    const check = () => {
      if (!isWanted()) throw new Error('Not wanted any more.');
    };
    await runInSlices(steps, check).then(
      (shaped) => {
        job.take = () => shaped;
      },
      (error: unknown) => {
        job.take = () => {
          throw error;
        };
      },
    );
    if (isWanted()) {
      host.requestUpdate();
      await host.updateComplete;
    }
    // Rows are not kept for longer than somebody looks at them.
    if (jobs.get(host) === job) jobs.delete(host);
  }
}
