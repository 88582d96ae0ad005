import {html, nothing, type TemplateResult} from 'lit';
import type {AttributeEntry, Described} from '../site/attribute-entries.js';
import {controlGroups} from './control-groups.js';
import type {PlaygroundState} from './playground-state.js';

/** Sets a value by name; null takes it back. */
export type SetValue = (name: string, value: string | null) => void;

const NUMBER_FORMATS = [
  'compact',
  'decimal',
  'percent',
  'bytes',
  'bytes-binary',
  'duration',
  'currency:EUR',
];
const COLUMN_ATTRIBUTES = new Set(['index', 'categories', 'group-by', 'size', 'compare']);

/** Controls of every attribute, in groups that fold. */
export function attributeControls(
  entries: readonly AttributeEntry[],
  {attributes}: PlaygroundState,
  setAttribute: SetValue,
): TemplateResult[] {
  return controlGroups(entries).map(
    ({title, entries: members}, at) => html`
      <details class="group" ?open=${at === 0}>
        <summary>${title}</summary>
        <div class="controls">
          ${members.map((entry) => attributeControl(entry, attributes[entry.name], setAttribute))}
        </div>
      </details>
    `,
  );
}

function attributeControl(
  {name, kind, choices, default: standard}: AttributeEntry,
  value: string | undefined,
  set: SetValue,
): TemplateResult {
  const id = `attribute-${name}`;
  const placeholder = standard.replaceAll('`', '');
  const onInput = (event: Event) => set(name, (event.target as HTMLInputElement).value || null);
  switch (kind) {
    case 'flag':
      return html`<label class="flag">
        <input
          type="checkbox"
          id=${id}
          .checked=${value !== undefined}
          @change=${(event: Event) =>
            set(name, (event.target as HTMLInputElement).checked ? '' : null)}
        />
        <code>${name}</code>
      </label>`;
    case 'choice':
      return field(
        id,
        name,
        html`<select
          id=${id}
          @change=${(event: Event) => {
            const chosen = (event.target as HTMLSelectElement).value;
            set(name, chosen === '-' ? null : chosen);
          }}
        >
          <option value="-" .selected=${value === undefined}>not set</option>
          ${choices.map(
            (choice) =>
              html`<option value=${choice} .selected=${value === choice}>
                ${choice || 'on'}
              </option>`,
          )}
        </select>`,
      );
    case 'json':
      return field(
        id,
        name,
        html`<textarea
          id=${id}
          rows="2"
          spellcheck="false"
          placeholder=${placeholder}
          .value=${value ?? ''}
          @input=${onInput}
        ></textarea>`,
        true,
      );
    default:
      return field(
        id,
        name,
        html`<input
          id=${id}
          type=${kind === 'number' ? 'number' : 'text'}
          step="any"
          autocomplete="off"
          spellcheck="false"
          placeholder=${placeholder}
          list=${COLUMN_ATTRIBUTES.has(name) ? 'columns' : name === 'number-format' ? 'number-formats' : nothing}
          .value=${value ?? ''}
          @input=${onInput}
        />`,
      );
  }
}

function field(id: string, name: string, control: TemplateResult, isWide = false): TemplateResult {
  return html`<div class="field ${isWide ? 'wide' : ''}">
    <label for=${id}><code>${name}</code></label
    >${control}
  </div>`;
}

/** What text fields suggest: columns of the rows on screen, and number formats. */
export function suggestions(columns: readonly string[]): TemplateResult {
  const list = (id: string, values: readonly string[]) =>
    html`<datalist id=${id}>
      ${values.map((each) => html`<option value=${each}></option>`)}
    </datalist>`;
  return html`${list('columns', columns)}${list('number-formats', NUMBER_FORMATS)}`;
}

/** Controls of the custom properties: a field for any value, and for colours one to pick from. */
export function styleControls(
  properties: readonly Described[],
  {styles}: PlaygroundState,
  setStyle: SetValue,
): TemplateResult {
  return html`
    <details class="group">
      <summary>Custom properties</summary>
      <div class="controls">
        ${properties.map((property) => styleControl(property, styles[property.name] ?? '', setStyle))}
      </div>
    </details>
  `;
}

function styleControl(
  {name, default: standard = ''}: Described,
  value: string,
  set: SetValue,
): TemplateResult {
  const id = `style-${name.slice(2)}`;
  const short = name.replace('--tinybird-chart-', '');
  const onInput = (event: Event) => set(name, (event.target as HTMLInputElement).value || null);
  const isColor = /color|background|stale|header/.test(short);
  const text = html`<input
    id=${id}
    type="text"
    autocomplete="off"
    spellcheck="false"
    placeholder=${standard}
    .value=${value}
    @input=${onInput}
  />`;
  const picker = html`<input
    type="color"
    aria-label="Pick ${short}"
    .value=${hexOf(value) ?? hexOf(standard) ?? '#808080'}
    @input=${onInput}
  />`;
  return field(id, short, isColor ? html`<span class="color">${text}${picker}</span>` : text);
}

const hexOf = (value: string) => /^#[\da-f]{6}$/i.exec(value)?.[0];
