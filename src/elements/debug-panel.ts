// Loaded late, only where `debug` is set.

import {html, nothing, type TemplateResult} from 'lit';
import {AsyncDirective} from 'lit/async-directive.js';
import {directive} from 'lit/directive.js';
import {type Clock, systemClock} from '../lib/clock.js';
import {adoptSheet} from './adopt-sheet.js';
import {diagnose} from './debug-diagnosis.js';
import type {DebugFacts} from './debug-facts.js';
import {debugNotes} from './debug-notes.js';
import {debugStyles} from './debug-panel.styles.js';
import {debugRows} from './debug-rows.js';

/** How often what changes by itself (seconds left, pauses) is written anew. */
const TICK_MS = 1_000;

/** Writes the panel, and writes it again once a second for as long as it is in the document. */
class DebugPanelDirective extends AsyncDirective {
  #facts: (() => DebugFacts) | null = null;
  #clock: Clock = systemClock;
  #stopTimer: (() => void) | null = null;

  override render(host: Element, facts: () => DebugFacts, clock: Clock = systemClock) {
    adoptSheet(host, debugStyles.styleSheet);
    this.#facts = facts;
    this.#clock = clock;
    this.#arm();
    return panelView(facts(), clock.now());
  }

  protected override disconnected(): void {
    this.#stopTimer?.();
    this.#stopTimer = null;
  }

  protected override reconnected(): void {
    this.#write();
  }

  #arm(): void {
    this.#stopTimer?.();
    this.#stopTimer = this.#clock.setTimer(() => this.#write(), TICK_MS);
  }

  #write(): void {
    if (!this.#facts) return;
    this.setValue(panelView(this.#facts(), this.#clock.now()));
    this.#arm();
  }
}

/**
 * The diagnosis of a chart, kept up to date: `debugPanel(host, facts, clock?)`, where `facts` is
 * asked for each time it is written. Never holds a token.
 */
export const debugPanel = directive(DebugPanelDirective);

function panelView(facts: DebugFacts, nowMs: number): TemplateResult {
  const {nextStep, isCertain, otherCauses} = diagnose(facts);
  const notes = debugNotes(facts);
  return html`<div part="debug" class="debug" role="group" aria-label="Diagnosis">
    <details open>
      <summary>Diagnosis</summary>
      <p>${isCertain ? 'Next step' : 'Next step, most likely'}: <strong>${nextStep}</strong></p>
      ${otherCauses.length > 0 ? listView('If that is not it', otherCauses) : nothing}
      ${notes.length > 0 ? listView('Besides', notes) : nothing}
      <dl>
        ${debugRows(facts, nowMs).map(
          ([name, value]) =>
            html`<dt>${name}</dt>
              <dd>${value}</dd>`,
        )}
      </dl>
    </details>
  </div>`;
}

function listView(title: string, items: readonly string[]): TemplateResult {
  return html`<p>${title}:</p>
    <ul>
      ${items.map((item) => html`<li>${item}</li>`)}
    </ul>`;
}
