import type {TinybirdChart} from '../../src/index.js';
import {tagText} from '../tag-text.js';
import {setFault} from './fault-switches.js';
import type {StateCase} from './state-cases.js';

const EVENTS = ['tinybird-chart-state', 'tinybird-chart-error', 'tinybird-chart-load'];

/** Builds the card of one case: its chart, its state in words, its tag, and its buttons. */
export function createStateCard(stateCase: StateCase): HTMLElement {
  const {id, title, text, attributes, fault} = stateCase;
  const chart = document.createElement('tinybird-chart');
  for (const [name, value] of Object.entries(attributes)) chart.setAttribute(name, value);
  chart.setAttribute('heading', attributes['heading'] ?? title);
  chart.dataset['case'] = id;
  const card = element('article', 'case');
  card.id = id;
  const state = element('output', 'state-name');
  const problem = element('p', 'case-problem');
  const show = () => {
    const shown = chartOf(card);
    showState(shown, state);
    problem.textContent = shown.error?.message ?? '';
  };
  for (const type of EVENTS) card.addEventListener(type, show);
  const code = element('pre', 'code');
  code.tabIndex = 0;
  code.append(tagText(chart));
  const row = element('div', 'case-actions');
  row.append(state);
  if (fault) row.append(...faultButtons(stateCase, card));
  card.append(chart, element('p', 'case-text', text), row, problem, code);
  show();
  return card;
}

function faultButtons(stateCase: StateCase, card: HTMLElement): HTMLElement[] {
  const {id, attributes, fault, keepsRows = false} = stateCase;
  const apply = element('button', 'button small apply', 'Apply fault') as HTMLButtonElement;
  const heal = element('button', 'button small heal', 'Heal') as HTMLButtonElement;
  apply.type = heal.type = 'button';
  heal.disabled = true;
  const switchTo = async (isOn: boolean) => {
    const pipe = attributes['pipe'];
    apply.disabled = isOn;
    heal.disabled = !isOn;
    await setFault(id, isOn && fault ? {server: 'tinybird', ...(pipe && {pipe}), ...fault} : null);
    if (isOn && !keepsRows) startAfresh(chartOf(card));
    else await chartOf(card).refetch();
  };
  apply.addEventListener('click', () => void switchTo(true));
  heal.addEventListener('click', () => void switchTo(false));
  return [apply, heal];
}

/** Rows on screen outlive every fault; only a new query has none. Pipes ignore the parameter. */
function startAfresh(chart: TinybirdChart): void {
  const fresh = chart.cloneNode(true) as TinybirdChart;
  fresh.setAttribute('param-attempt', String(Date.now()));
  chart.replaceWith(fresh);
}

function chartOf(card: HTMLElement): TinybirdChart {
  return card.querySelector('tinybird-chart')!;
}

function showState(chart: TinybirdChart, output: HTMLElement): void {
  const {state, staleReason, error} = chart;
  output.textContent = [state, staleReason && `stale: ${staleReason}`, error?.code]
    .filter(Boolean)
    .join(', ');
  output.dataset['state'] = error && state !== 'rate-limited' ? 'error' : state;
}

function element(name: string, className: string, text = ''): HTMLElement {
  const created = document.createElement(name);
  created.className = className;
  created.textContent = text;
  return created;
}
