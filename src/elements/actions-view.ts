import {html, nothing, type TemplateResult} from 'lit';
import type {Say} from '../messages/catalogue.js';

/** Forms in which a chart can be saved. */
export type FileKind = 'csv' | 'png';

/** Whether rows are held, and how that is changed. */
export interface PauseModel {
  readonly isPaused: boolean;
  readonly toggle: () => void;
}

/** What a reader can do with what is drawn. */
export interface ActionsModel {
  /** True while the table stands in place of the drawing; null where the drawing is a table. */
  readonly isTable: boolean | null;
  readonly toggleTable: () => void;
  /** Null where rows do not change by themselves. */
  readonly pause: PauseModel | null;
  readonly say: Say;
  readonly save: (kind: FileKind) => void;
}

const TABLE = 'M2 3h12v10H2zM2 6.5h12M6.5 6.5V13';
const CHART = 'M2 2v12h12M5 10l3-3.5 2.5 2L14 4';
const PAUSE = 'M5.5 3v10M10.5 3v10';
const RESUME = 'M5 3l8 5-8 5z';
const DOWNLOAD = 'M8 2v7.5M5 7l3 3 3-3M2.5 11v2.5h11V11';

/** Buttons that hold a drawing, show it as a table and save it. */
export function actionsView(model: ActionsModel): TemplateResult {
  const {isTable, toggleTable, pause, say, save} = model;
  const label = say(isTable ? 'showAsChart' : 'showAsTable');
  return html`<div class="actions ${isTable || pause?.isPaused ? 'in-use' : ''}">
    ${
      pause &&
      html`<button
        part="pause-button"
        class="action"
        type="button"
        aria-label=${say('pause')}
        aria-pressed=${pause.isPaused ? 'true' : 'false'}
        title=${say(pause.isPaused ? 'resume' : 'pause')}
        @click=${pause.toggle}
      >
        ${icon(pause.isPaused ? RESUME : PAUSE)}
      </button>`
    }
    ${
      isTable === null
        ? nothing
        : html`<button
            part="table-button"
            class="action"
            type="button"
            aria-label=${label}
            title=${label}
            @click=${toggleTable}
          >
            ${icon(isTable ? CHART : TABLE)}
          </button>`
    }
    <details class="download" @keydown=${onKey} @focusout=${onFocusOut}>
      <summary
        part="download-button"
        class="action"
        aria-label=${say('download')}
        title=${say('download')}
      >
        ${icon(DOWNLOAD)}
      </summary>
      <div class="files">
        ${(['csv', 'png'] as const).map(
          (kind) =>
            html`<button
              part="download-item"
              type="button"
              @click=${(event: Event) => {
                close(event, true);
                save(kind);
              }}
            >
              ${say(`file.${kind}`)}
            </button>`,
        )}
      </div>
    </details>
  </div>`;
}

function icon(outline: string): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
    <path d=${outline}></path>
  </svg>`;
}

function onKey(event: KeyboardEvent): void {
  const details = event.currentTarget as HTMLDetailsElement;
  if (event.key !== 'Escape' || !details.open) return;
  // Outside, the key would close the dialog around the chart.
  event.stopPropagation();
  event.preventDefault();
  close(event, true);
}

function onFocusOut(event: FocusEvent): void {
  const {currentTarget, relatedTarget} = event;
  const isInside = (currentTarget as Element).contains(relatedTarget as Node | null);
  if (!isInside) close(event, false);
}

/** Closes the list; `takesFocus` gives the focus back to its button. */
function close(event: Event, takesFocus: boolean): void {
  const details = (event.currentTarget as Element).closest('details');
  if (!details) return;
  details.open = false;
  if (takesFocus) details.querySelector('summary')?.focus();
}
