import {html, nothing, type TemplateResult} from 'lit';
import {codeSpans} from './code-spans.js';
import type {DebugReport} from './debug-report.js';
import type {DebugGroup} from './debug-rows.js';

/** What became of a wish to copy: the text itself where the clipboard cannot be written. */
export type Copied = 'not yet' | 'done' | {readonly text: string};

/** The panel: the one next step on top, facts below, a button that copies all of it. */
export function debugView(report: DebugReport, copied: Copied, copy: () => void): TemplateResult {
  const {nextStep, isCertain, otherCauses, notes, documentation, groups, standing, isWell} = report;
  return html`<div
    part="debug"
    class="debug"
    role="group"
    aria-label="Diagnosis"
    lang="en"
    dir="ltr"
    tabindex="0"
  >
    <p class="copy">
      <span role="status">${copied === 'done' ? 'Copied' : nothing}</span>
      <button
        part="debug-copy"
        type="button"
        title="Copy diagnosis"
        aria-label="Copy diagnosis"
        @click=${copy}
      >
        Copy
      </button>
    </p>
    ${
      typeof copied === 'object'
        ? html`<textarea
            class="copy-text"
            aria-label="Diagnosis as text, to be copied by hand"
            readonly
            rows="6"
            .value=${copied.text}
          ></textarea>`
        : nothing
    }
    <details open>
      <summary>Diagnosis <span class="standing">${standing}</span></summary>
      <div class="step ${isWell ? 'well' : ''}">
        <p class="step-label">${isCertain ? 'Next step' : 'Next step, most likely'}</p>
        <p part="debug-step">${sentence(nextStep)}</p>
        ${
          documentation
            ? html`<p class="step-label">Explained in <code>${documentation}</code></p>`
            : nothing
        }
      </div>
      ${otherCauses.length > 0 ? listView('If that is not it', 'causes', otherCauses) : nothing}
      ${notes.length > 0 ? listView('Besides', 'notes', notes) : nothing}
      <div part="debug-facts" class="groups">${groups.map(groupView)}</div>
    </details>
  </div>`;
}

function groupView({title, rows}: DebugGroup): TemplateResult {
  return html`<section>
    <h4>${title}</h4>
    <dl>
      ${rows.map(
        ([name, value]) =>
          html`<dt>${name}</dt>
            <dd>${value}</dd>`,
      )}
    </dl>
  </section>`;
}

function listView(title: string, name: string, items: readonly string[]): TemplateResult {
  return html`<p class="list-title">${title}:</p>
    <ul class=${name}>
      ${items.map((item) => html`<li>${sentence(item)}</li>`)}
    </ul>`;
}

function sentence(text: string): unknown {
  return codeSpans(text).map(({text: part, isCode}) =>
    isCode ? html`<code>${part}</code>` : part,
  );
}
