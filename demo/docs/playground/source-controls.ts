import {html, nothing, type TemplateResult} from 'lit';
import {CATALOGUE} from '../../stack/project/catalogue.js';
import {hasStack} from '../client/chart-rows.js';
import {SAMPLE_ROWS} from '../client/sample-rows.js';
import type {SetValue} from './attribute-controls.js';
import type {PlaygroundState} from './playground-state.js';
import type {RowSource, RowSources} from './row-sources.js';

/** What decides which rows are drawn. */
export interface SourceOptions {
  readonly state: PlaygroundState;
  readonly sources: RowSources;
  readonly pastedText: string;
  readonly problem: string;
  readonly choosePipe: (pipe: string) => void;
  readonly paste: (text: string) => void;
}

/** Rows of whom, and of which pipe. */
export function sourceControls(options: SourceOptions): TemplateResult {
  const {state, sources, pastedText, problem, choosePipe, paste} = options;
  const {current, people} = sources;
  const pipes = CATALOGUE.map(({pipe}) => pipe).filter(
    (pipe) => current !== 'samples' || pipe in SAMPLE_ROWS,
  );
  const option = (value: string, text: string, isSelected: boolean) =>
    html`<option value=${value} .selected=${isSelected}>${text}</option>`;
  return html`
    <div class="controls inline">
      <div class="field">
        <label for="rows">Rows</label>
        <select
          id="rows"
          @change=${(event: Event) =>
            void sources.choose((event.target as HTMLSelectElement).value as RowSource)}
        >
          ${option('samples', 'Samples', current === 'samples')}
          ${people.map(({name, email, organizations}) => {
            const value = `person:${email}`;
            return option(value, `As ${name} (${organizations[0] ?? ''})`, current === value);
          })}
          ${option('pasted', 'Pasted JSON', current === 'pasted')}
        </select>
      </div>
      ${
        current === 'pasted'
          ? nothing
          : html`<div class="field">
              <label for="pipe"><code>pipe</code></label>
              <select
                id="pipe"
                @change=${(event: Event) => choosePipe((event.target as HTMLSelectElement).value)}
              >
                ${pipes.includes(state.pipe) ? nothing : option(state.pipe, state.pipe, true)}
                ${pipes.map((pipe) => option(pipe, pipe, pipe === state.pipe))}
              </select>
            </div>`
      }
    </div>
    ${
      current === 'pasted'
        ? html`<div class="field">
            <label for="pasted">Rows as JSON: a list of objects, or the answer of a pipe</label>
            <textarea
              id="pasted"
              rows="6"
              spellcheck="false"
              placeholder='[{"day": "2026-01-01", "visits": 12}]'
              .value=${pastedText}
              @input=${(event: Event) => paste((event.target as HTMLTextAreaElement).value)}
            ></textarea>
          </div>`
        : nothing
    }
    ${
      hasStack
        ? nothing
        : html`<p class="note">
            Rows of pipes come with the <a href="local-stack.html">local stack</a>:
            <code>npm run docs</code>.
          </p>`
    }
    <p class="problem" role="alert" ?hidden=${problem === ''}>${problem}</p>
  `;
}

/** Parameters of the pipe as the stack describes them; the tenant's is the token's. */
export function paramControls(
  {pipe, params}: PlaygroundState,
  {pipes, current}: RowSources,
  tenantParam: string,
  set: SetValue,
): TemplateResult | typeof nothing {
  const described = pipes.find(({name}) => name === pipe)?.parameters ?? [];
  const shown = described.filter(({name}) => name !== tenantParam);
  if (shown.length === 0 || !current.startsWith('person:')) return nothing;
  return html`
    <details class="group" open>
      <summary>Parameters</summary>
      <div class="controls">
        ${shown.map(({name, description = '', default: standard, enum: choices}) => {
          const id = `param-${name}`;
          const onInput = (event: Event) =>
            set(name, (event.target as HTMLInputElement).value || null);
          return html`<div class="field" title=${description}>
            <label for=${id}><code>${name}</code></label>
            ${
              choices
                ? html`<select id=${id} @change=${onInput}>
                    <option value="" .selected=${params[name] === undefined}>not set</option>
                    ${choices.map(
                      (choice) =>
                        html`<option value=${choice} .selected=${params[name] === choice}>
                          ${choice}
                        </option>`,
                    )}
                  </select>`
                : html`<input
                    id=${id}
                    type="text"
                    autocomplete="off"
                    placeholder=${String(standard ?? '')}
                    .value=${params[name] ?? ''}
                    @input=${onInput}
                  />`
            }
          </div>`;
        })}
      </div>
    </details>
  `;
}
