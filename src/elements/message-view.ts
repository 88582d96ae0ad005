import {html, nothing, type TemplateResult} from 'lit';

/** What a message view says and offers. */
export interface Message {
  readonly text: string;
  /** What stands on the fold of `detail`. */
  readonly label: string;
  /** The sentence for developers, folded away; null for none. */
  readonly detail: string | null;
  readonly action?: {readonly label: string; readonly run: () => void} | null;
}

/** A centred sentence with at most one button, as every state without rows shows it. */
export function messageView({text, label, detail, action}: Message): TemplateResult {
  return html`<div part="message" class="message">
    <p part="message-text">${text}</p>
    ${
      action
        ? html`<button part="button" type="button" @click=${action.run}>${action.label}</button>`
        : nothing
    }
    ${
      detail
        ? html`<details part="detail">
            <summary>${label}</summary>
            <p>${detail}</p>
          </details>`
        : nothing
    }
  </div>`;
}
