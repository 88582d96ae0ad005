import type {TinybirdChart} from '../../src/index.js';
import {tagText} from '../tag-text.js';
import {setFault} from './fault-switches.js';
import type {StateCase} from './state-cases.js';

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
    showState(chart, state);
    problem.textContent = chart.error?.message ?? '';
  };
  show();
  for (const type of ['tinybird-chart-state', 'tinybird-chart-error', 'tinybird-chart-load'])
    chart.addEventListener(type, show);
  const code = element('pre', 'code');
  code.tabIndex = 0;
  code.append(tagText(chart));
  const row = element('div', 'case-actions');
  row.append(state);
  if (fault) row.append(...faultButtons(stateCase, chart));
  card.append(chart, element('p', 'case-text', text), row, problem, code);
  return card;
}

function faultButtons({id, attributes, fault}: StateCase, chart: TinybirdChart): HTMLElement[] {
  const apply = element('button', 'button small apply', 'Apply fault') as HTMLButtonElement;
  const heal = element('button', 'button small heal', 'Heal') as HTMLButtonElement;
  apply.type = heal.type = 'button';
  heal.disabled = true;
  const switchTo = async (isOn: boolean) => {
    const pipe = attributes['pipe'];
    await setFault(id, isOn && fault ? {server: 'tinybird', ...(pipe && {pipe}), ...fault} : null);
    apply.disabled = isOn;
    heal.disabled = !isOn;
    await chart.refetch();
  };
  apply.addEventListener('click', () => void switchTo(true));
  heal.addEventListener('click', () => void switchTo(false));
  return [apply, heal];
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
