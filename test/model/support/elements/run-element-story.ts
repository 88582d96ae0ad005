import {createWorld, happen, heal, LASTING_FAILURES, type World} from '../world.js';
import {ElementPage, type PlacedChart, setPipe, setType} from './element-page.js';
import type {ElementScene, ElementStep} from './element-steps.js';
import {ElementWatch} from './element-watch.js';
import {setNear} from './model-viewport.js';
import {ownedRows} from './owned-rows.js';
import type {ScriptCopy} from './script-copies.js';
import {takeOverTime} from './take-over-time.js';

const MAX_CHARTS = 4;

/** A chart loads its engine, and then what its type needs. */
const LOADS = 2;

interface Story extends World {
  readonly watch: ElementWatch;
  readonly elements: ElementPage;
  readonly copies: readonly ScriptCopy[];
}

/** Plays a story on real charts and heals the page; returns what broke a promise, oldest first. */
export async function runElementStory(
  scene: ElementScene,
  steps: readonly ElementStep[],
  copies: readonly ScriptCopy[],
): Promise<readonly string[]> {
  const world = createWorld(scene, (page) => new ElementWatch(page), ownedRows);
  const {page, watch} = world;
  const elements = new ElementPage(page, copies, scene.way);
  watch.follow(elements);
  const giveBackTime = takeOverTime(page.clock);
  const story = {...world, elements, copies};
  try {
    for (const step of steps) {
      await take(step, story);
      for (let load = 0; load < LOADS; load += 1) {
        await Promise.all(copies.map(({loaded}) => loaded()));
        await page.clock.settle();
      }
      if (watch.violations.length > 0) return watch.violations;
    }
    for (const {element} of elements.charts) setNear(element, true);
    if (!(await heal(world, () => isHealed(elements)))) reportUndrawn(story);
    return watch.violations;
  } finally {
    watch.stop();
    elements.close();
    giveBackTime();
  }
}

async function take(step: ElementStep, story: Story): Promise<void> {
  // On a hidden page, a Clerk that code hands over would make charts ask, as a new setting does.
  if (step.do === 'find Clerk' && !story.page.activity.isVisible) return;
  if (!('chart' in step || 'copy' in step)) return happen(step, story);
  const {watch, elements, copies} = story;
  if (step.do === 'mount') {
    mount(step, story);
    return;
  }
  if (step.do === 'configure') {
    copies[step.copy]?.configure({noLegend: step.noLegend});
    return;
  }
  if (step.do === 'put back') {
    const back = elements.removed[step.chart % Math.max(1, elements.removed.length)];
    if (!back || elements.charts.length >= MAX_CHARTS) return;
    watch.onAskOf(back);
    elements.restore(back, step.place);
    return;
  }
  const chart = elements.charts[step.chart % Math.max(1, elements.charts.length)];
  if (chart) await change(step, chart, story);
}

type ChartStep = Exclude<Extract<ElementStep, {chart: number}>, {do: 'put back'}>;

async function change(step: ChartStep, chart: PlacedChart, {watch, elements}: Story) {
  const {element} = chart;
  const {shadowRoot} = element;
  switch (step.do) {
    case 'remove':
      watch.onStopOf(chart);
      elements.remove(chart);
      return;
    case 'move':
      watch.onAskOf(chart);
      elements.move(chart, step.place);
      return;
    case 'show as':
      setType(element, step.type);
      return;
    case 'ask another pipe':
      watch.onStopOf(chart);
      setPipe(element, step.pipe);
      watch.onAskOf(chart);
      return;
    case 'ask with':
      watch.onStopOf(chart);
      if (step.region === null) element.removeAttribute('param-region');
      else element.setAttribute('param-region', step.region);
      watch.onAskOf(chart);
      return;
    case 'scroll to':
      watch.onAskOf(chart);
      setNear(element, step.isNear);
      return;
    case 'press':
      shadowRoot
        ?.querySelector('.plot')
        ?.dispatchEvent(new KeyboardEvent('keydown', {key: step.key, bubbles: true}));
      return;
    case 'push a button': {
      // One of them says “Try again”.
      watch.onAskOf(chart);
      const buttons = [...(shadowRoot?.querySelectorAll('button') ?? [])];
      buttons[step.button % Math.max(1, buttons.length)]?.click();
      return;
    }
    case 'ask again':
      watch.onAskOf(chart);
      void element.refetch();
      return;
    case 'export':
      watch.checkText(await element.toCSV(), 'the CSV says');
      return;
    case 'diagnose':
      element.toggleAttribute('debug', step.isOn);
  }
}

function mount(step: Extract<ElementStep, {do: 'mount'}>, {elements, copies, watch}: Story): void {
  const copy = copies[step.copy];
  if (!copy || elements.charts.length >= MAX_CHARTS) return;
  const chart = elements.mount(copy, step.place, step.type, step.pipe);
  if (step.refreshS) chart.element.setAttribute('refresh-interval', `${step.refreshS}`);
  setNear(chart.element, step.isNear);
  watch.onAskOf(chart);
}

function isHealed({charts}: ElementPage): boolean {
  if (charts.every(isDrawn)) return true;
  for (const chart of charts) if (needsSomebody(chart)) void chart.element.refetch();
  return false;
}

function isDrawn({element}: PlacedChart): boolean {
  return element.state === 'ready' && element.staleReason === null;
}

function needsSomebody({element}: PlacedChart): boolean {
  const isWaiting = element.matches(':state(refetching)');
  return !isWaiting && LASTING_FAILURES.includes(element.error?.code ?? '');
}

function reportUndrawn({elements, watch}: Story): void {
  for (const {element} of elements.charts.filter((chart) => !isDrawn(chart))) {
    const {pipe, type, state, staleReason, error} = element;
    watch.report(`never drawn: ${pipe} as ${type} is ${state}, ${staleReason}, ${error?.message}`);
  }
}
