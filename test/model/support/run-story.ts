import type {ModelChart, ModelPage} from './model-page.js';
import type {Step} from './steps.js';
import {TenancyWatch} from './tenancy-watch.js';
import {createWorld, happen, heal, LASTING_FAILURES, type World} from './world.js';
import type {Scene} from './world-steps.js';

const MAX_CHARTS = 6;

/** Plays a story to its end and heals the page; returns what broke a promise, oldest first. */
export async function runStory(scene: Scene, steps: readonly Step[]): Promise<readonly string[]> {
  const world = createWorld(scene, (page) => new TenancyWatch(page));
  const {page, watch} = world;
  try {
    for (const step of steps) {
      await take(step, world);
      await page.clock.settle();
      if (watch.violations.length > 0) return watch.violations;
    }
    if (!(await heal(world, () => isHealed(page)))) reportUndrawn(world);
    return watch.violations;
  } finally {
    page.close();
  }
}

async function take(step: Step, world: World): Promise<void> {
  const {page, watch} = world;
  const {charts} = page;
  const chart = 'chart' in step ? charts[step.chart % Math.max(1, charts.length)] : undefined;
  switch (step.do) {
    case 'observe':
      if (charts.length >= MAX_CHARTS) return;
      watch.onAsk(step.pipe);
      page.observe({...step, tenancy: step.pipe === 'sales' ? 'organization' : 'auto'});
      return;
    case 'stop':
      if (!chart) return;
      watch.onStop(chart);
      page.stop(chart);
      return;
    case 'refetch':
      if (chart) watch.onAsk(chart.pipe);
      chart?.observation.refetch();
      return;
    case 'scroll':
      if (chart) chart.options = {...chart.options, onScreen: step.onScreen};
      chart?.observation.update(chart.options);
      return;
    default:
      return happen(step, world);
  }
}

function isHealed({charts}: ModelPage): boolean {
  if (charts.every(isDrawn)) return true;
  for (const chart of charts) if (needsSomebody(chart)) chart.observation.refetch();
  return false;
}

function reportUndrawn({page, watch}: World): void {
  for (const {pipe, observation} of page.charts.filter((chart) => !isDrawn(chart))) {
    const {status, staleReason, error} = observation.state;
    watch.report(`never drawn: ${pipe} is ${status}, ${staleReason}, ${error?.message}`);
  }
}

function isDrawn({observation}: ModelChart): boolean {
  const {status, staleReason} = observation.state;
  return status === 'ready' && staleReason === null;
}

function needsSomebody({observation}: ModelChart): boolean {
  const {error, isFetching, retryAtMs} = observation.state;
  return !isFetching && retryAtMs === null && LASTING_FAILURES.includes(error?.code ?? '');
}
