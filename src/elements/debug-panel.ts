// Loaded late, only where `debug` is set.

import {AsyncDirective} from 'lit/async-directive.js';
import {directive} from 'lit/directive.js';
import {type Clock, systemClock} from '../lib/clock.js';
import {adoptSheet} from './adopt-sheet.js';
import type {DebugFacts} from './debug-facts.js';
import {debugStyles} from './debug-panel.styles.js';
import {debugReport, reportText} from './debug-report.js';
import {type Copied, debugView} from './debug-view.js';

/** How often what changes by itself (seconds left, pauses) is written anew. */
const TICK_MS = 1_000;

/** How long it says that it has copied. */
const COPIED_MS = 4_000;

/** Writes the panel, and writes it again once a second for as long as it is in the document. */
class DebugPanelDirective extends AsyncDirective {
  #host: Element | null = null;
  #facts: (() => DebugFacts) | null = null;
  #clock: Clock = systemClock;
  #stopTimer: (() => void) | null = null;
  #copied: Copied = 'not yet';
  /** Whose chart was copied, and when. */
  #copiedFor = {owner: '', atMs: 0};

  override render(host: Element, facts: () => DebugFacts, clock: Clock = systemClock) {
    adoptSheet(host, debugStyles.styleSheet);
    this.#host = host;
    this.#facts = facts;
    this.#clock = clock;
    this.#arm();
    return this.#view(facts());
  }

  protected override disconnected(): void {
    this.#stopTimer?.();
    this.#stopTimer = null;
    this.#copied = 'not yet';
  }

  protected override reconnected(): void {
    this.#write();
  }

  #view(facts: DebugFacts) {
    const isOver =
      this.#copiedFor.owner !== ownerOf(facts) ||
      (this.#copied === 'done' && this.#clock.monotonic() - this.#copiedFor.atMs >= COPIED_MS);
    if (isOver) this.#copied = 'not yet';
    const copy = () => void this.#copy();
    return debugView(debugReport(facts, this.#clock.now()), this.#copied, copy);
  }

  #arm(): void {
    this.#stopTimer?.();
    this.#stopTimer = this.#clock.setTimer(() => this.#write(), TICK_MS);
  }

  #write(): void {
    if (!this.#facts) return;
    this.setValue(this.#view(this.#facts()));
    this.#arm();
  }

  async #copy(): Promise<void> {
    const facts = this.#facts?.();
    if (!facts) return;
    const text = reportText(debugReport(facts, this.#clock.now()));
    let copied: Copied = 'done';
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Not allowed, or no clipboard without https: selected, it is one key away.
      copied = {text};
    }
    if (!this.isConnected) return;
    this.#copied = copied;
    this.#copiedFor = {owner: ownerOf(facts), atMs: this.#clock.monotonic()};
    this.#write();
    const area = this.#host?.shadowRoot?.querySelector<HTMLTextAreaElement>('.copy-text');
    area?.focus();
    area?.select();
  }
}

/** Whose rows may be named in a text: it goes with them. */
function ownerOf({shown, query, inputs}: DebugFacts): string {
  const auth = query?.auth;
  const identity = auth?.status === 'signed-in' ? auth.identity.key : (auth?.status ?? '');
  return JSON.stringify([identity, shown.state, inputs?.pipe]);
}

/**
 * The diagnosis of a chart, kept up to date: `debugPanel(host, facts, clock?)`, where `facts` is
 * asked for each time it is written. Never holds a token.
 */
export const debugPanel = directive(DebugPanelDirective);
