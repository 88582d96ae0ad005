// The playground: one chart, controls for all that can be set on it, and the texts to copy.

import {reference} from 'virtual:docs-playground';
import {html, render, type TemplateResult} from 'lit';
import type {TinybirdChart} from '../../../src/index.js';
import {CATALOGUE} from '../../stack/project/catalogue.js';
import {copyButton} from '../client/copy-button.js';
import {SAMPLE_ROWS} from '../client/sample-rows.js';
import {
  attributeControls,
  type SetValue,
  styleControls,
  suggestions,
} from './attribute-controls.js';
import {type OutputChoices, snippetPanel, templatePanel} from './output-panel.js';
import {parseRows, type PastedRows} from './pasted-rows.js';
import {paramControls, sourceControls} from './source-controls.js';
import {hashToState, type PlaygroundState, stateToHash} from './playground-state.js';
import {RowSources} from './row-sources.js';

const FIRST_PIPE = 'visits_over_time';
const {attributes: entries, customProperties} = reference;
const vocabulary = {
  attributes: entries.map(({name}) => name),
  customProperties: customProperties.map(({name}) => name),
};

/** Fills the place with the playground, in the state that the address holds. */
export function startPlayground(place: HTMLElement): void {
  new Playground(place);
}

class Playground {
  #state = hashToState(location.hash, vocabulary) ?? presetOf(FIRST_PIPE);
  #output: OutputChoices = {framework: 'HTML', tenant: 'organization', tenantParam: 'org', rps: 10};
  #pastedText = '';
  #pasted: PastedRows | null = null;
  #problem = '';
  #columns: readonly string[] = [];
  readonly #place: HTMLElement;
  readonly #chart = document.createElement('tinybird-chart');
  readonly #sources = new RowSources(() => this.#show());
  readonly #copyLink = copyButton(() => location.href, 'Copy link');

  constructor(place: HTMLElement) {
    this.#place = place;
    this.#chart.addEventListener('tinybird-chart-load', ({response}) => {
      this.#columns = response.meta.map(({name}) => name);
      this.#show();
    });
    addEventListener('hashchange', () => {
      this.#state = hashToState(location.hash, vocabulary) ?? this.#state;
      this.#show();
    });
    this.#show();
    void this.#sources.load();
  }

  #change(changes: Partial<PlaygroundState>): void {
    this.#state = {...this.#state, ...changes};
    history.replaceState(null, '', `#${stateToHash(this.#state)}`);
    this.#show();
  }

  readonly #setAttribute: SetValue = (name, value) =>
    this.#change({attributes: withValue(this.#state.attributes, name, value)});
  readonly #setParam: SetValue = (name, value) =>
    this.#change({params: withValue(this.#state.params, name, value)});
  readonly #setStyle: SetValue = (name, value) =>
    this.#change({styles: withValue(this.#state.styles, name, value)});

  #paste(text: string): void {
    this.#pastedText = text;
    try {
      this.#pasted = text.trim() === '' ? null : parseRows(text);
      this.#problem = '';
    } catch (error) {
      this.#problem = error instanceof Error ? error.message : String(error);
    }
    this.#show();
  }

  #show(): void {
    applyState(this.#chart, this.#state);
    this.#giveRows();
    render(this.#template(), this.#place);
  }

  #giveRows(): void {
    const {current} = this.#sources;
    const rows = SAMPLE_ROWS[this.#state.pipe] ?? [];
    const given =
      current === 'pasted'
        ? (this.#pasted ?? {data: [], meta: undefined})
        : current === 'samples'
          ? {data: rows, meta: undefined}
          : {data: undefined, meta: undefined};
    // A chart redraws for new rows only.
    if (this.#chart.data !== given.data) Object.assign(this.#chart, given);
  }

  #template(): TemplateResult {
    const state = this.#state;
    const choose = (choices: Partial<OutputChoices>) => {
      this.#output = {...this.#output, ...choices};
      this.#show();
    };
    return html`
      <div class="playground">
        <div class="results">
          ${sourceControls({
            state,
            sources: this.#sources,
            pastedText: this.#pastedText,
            problem: this.#problem || this.#sources.problem,
            choosePipe: (pipe) => this.#change({...presetOf(pipe), styles: state.styles}),
            paste: (text) => this.#paste(text),
          })}
          <div class="stage">${this.#chart}</div>
          <p class="links">${this.#copyLink}</p>
        </div>
        <form class="settings" aria-label="Attributes" @submit=${preventDefault}>
          ${paramControls(state, this.#sources, this.#output.tenantParam, this.#setParam)}
          ${attributeControls(entries, state, this.#setAttribute)}
          ${styleControls(customProperties, state, this.#setStyle)} ${suggestions(this.#columns)}
        </form>
        <div class="texts">
          ${snippetPanel(state, entries, this.#output, choose)}
          ${templatePanel(state, this.#output, choose)}
        </div>
      </div>
    `;
  }
}

const preventDefault = (event: Event) => event.preventDefault();

/** The attributes that draw a pipe of the demo well. */
function presetOf(pipe: string): PlaygroundState {
  const {attributes = {}} = CATALOGUE.find((each) => each.pipe === pipe) ?? {};
  const isParam = ([name]: readonly [string, string]) => name.startsWith('param-');
  const all = Object.entries(attributes);
  const params = all.filter(isParam).map(([name, value]) => [name.slice('param-'.length), value]);
  return {
    pipe,
    attributes: Object.fromEntries(all.filter((each) => !isParam(each))),
    params: Object.fromEntries(params) as Record<string, string>,
    styles: {},
  };
}

function withValue(
  values: Readonly<Record<string, string>>,
  name: string,
  value: string | null,
): Readonly<Record<string, string>> {
  const rest = Object.fromEntries(Object.entries(values).filter(([each]) => each !== name));
  return value === null ? rest : {...values, [name]: value};
}

/** Sets on the tag what differs, and nothing else. */
function applyState(chart: TinybirdChart, state: PlaygroundState): void {
  const params = Object.entries(state.params).map(([name, value]) => [`param-${name}`, value]);
  const wanted = new Map<string, string>([
    ...(state.pipe === '' ? [] : [['pipe', state.pipe] as const]),
    ['loading', 'eager'],
    ...Object.entries(state.attributes),
    ...(params as [string, string][]),
  ]);
  for (const name of chart.getAttributeNames())
    if (!wanted.has(name) && name !== 'style') chart.removeAttribute(name);
  for (const [name, value] of wanted)
    if (chart.getAttribute(name) !== value) chart.setAttribute(name, value);
  for (const name of vocabulary.customProperties)
    chart.style.setProperty(name, state.styles[name] ?? null);
}
