import {html, nothing, type TemplateResult} from 'lit';
import type {VisitorText} from '../messages/catalogue.js';
import type {StaleReason} from '../query/query-state.js';
import type {ShownState} from './chart-state.js';
import {visitorSentence} from './visitor-text.js';

/** Buttons beside the heading. */
export interface FrameActions {
  /** How many there are once there are rows; their room is kept, so that no text moves then. */
  readonly count: number;
  readonly buttons: unknown;
}

/** What stands around the drawing of a chart. */
export interface ChartFrameModel {
  /** Empty for none. */
  readonly title: string;
  readonly description: string;
  readonly theme: 'auto' | 'light' | 'dark';
  readonly shown: ShownState;
  /** Why the rows on screen are older than wanted, once that is worth a word. */
  readonly status: StaleReason | null;
  /** True on a page of many charts: skeletons stay still at first. */
  readonly isCrowded: boolean;
  /** Null while the reader's language is on its way. */
  readonly text: VisitorText | null;
  readonly body: unknown;
  /** Null where there never are any buttons beside the heading. */
  readonly actions: FrameActions | null;
  /** The diagnosis panel, or nothing. */
  readonly debug: unknown;
  /** Runs when colours that the page sets have changed, or changed back before they had. */
  readonly onThemeChange: () => void;
}

/** Heading, status, slots and the place of the drawing; the same elements in every state. */
export function chartFrame(model: ChartFrameModel): TemplateResult {
  const {title, description, theme, shown, status, text, body, actions, debug} = model;
  const {isCrowded, onThemeChange} = model;
  const {state, error, note} = shown;
  return html`<div
    part="base"
    class="base ${theme} ${isCrowded ? 'crowded' : ''}"
    role="group"
    aria-labelledby=${title ? 'heading' : nothing}
    aria-busy=${state === 'loading' ? 'true' : nothing}
  >
    <div part="header" class="header">
      <div class="titles">
        ${title ? html`<h3 id="heading" part="heading" class="heading">${title}</h3>` : nothing}
        ${
          description ? html`<p part="description" class="description">${description}</p>` : nothing
        }
      </div>
      <span part="status" class="status">${(status && text?.[`stale.${status}`]) ?? note}</span>
      ${
        actions &&
        html`<div class="tools" .style=${`min-inline-size:calc(${1.75 * actions.count}*var(--em))`}>
          ${actions.buttons}
        </div>`
      }
      <slot name="toolbar"></slot>
    </div>
    <div part="body" class="body">${body}</div>
    ${debug}
    <slot name="footer"></slot>
    <span class="visually-hidden" role="status"
      >${text && visitorSentence(state, error, text)}</span
    >
    <span
      class="probe"
      aria-hidden="true"
      @transitionrun=${onThemeChange}
      @transitioncancel=${onThemeChange}
    ></span>
  </div>`;
}
