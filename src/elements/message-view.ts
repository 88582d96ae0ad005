import {html, nothing, type TemplateResult} from 'lit';

/** What a message view says and offers. */
export interface Message {
  readonly text: string;
  /** What stands on the fold of `detail`. */
  readonly label: string;
  /** The sentence for developers, folded away; null for none. */
  readonly detail: string | null;
  readonly action?: {readonly label: string; readonly run: () => void} | false | null | undefined;
  /** Keeps the room of an action that may come, so that the sentence stays where it is. */
  readonly hasRoom?: boolean;
}

/** A centred sentence with at most one button, as every state without rows shows it. */
export function messageView({text, label, detail, action, hasRoom}: Message): TemplateResult {
  return html`<div part="message" class="message ${hasRoom ? 'roomy' : ''}">
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
