import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {sharedOnPage} from '../lib/page-shared.js';

type Candidate = ReactiveControllerHost & Element;

const waiting = () => sharedOnPage('sign-in-turn', () => new Map<object, Set<Candidate>>());

/** Gives one chart of a page or provider, the first in the document, the sign-in button. */
export class SignInTurn implements ReactiveController {
  readonly #host: Candidate;
  #scope: object | null = null;

  constructor(host: Candidate) {
    this.#host = host;
    host.addController(this);
  }

  /** Says whether the host needs the button now, within `scope` (a provider, or the document). */
  want(scope: object | null): void {
    if (scope === this.#scope) return;
    this.#leave();
    this.#scope = scope;
    if (!scope) return;
    const candidates = waiting().get(scope) ?? new Set();
    waiting().set(scope, candidates.add(this.#host));
    // The host too: it learns of its turn only after it has rendered.
    for (const candidate of candidates) candidate.requestUpdate();
  }

  /** True where the host is the first of those that need the button. */
  get isOurs(): boolean {
    if (!this.#scope) return false;
    return [...(waiting().get(this.#scope) ?? [])].every(
      (other) =>
        other === this.#host ||
        // What nobody can see must not keep the button for itself.
        !other.checkVisibility() ||
        this.#host.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING,
    );
  }

  hostDisconnected(): void {
    this.want(null);
  }

  #leave(): void {
    if (!this.#scope) return;
    const candidates = waiting().get(this.#scope);
    candidates?.delete(this.#host);
    for (const other of candidates ?? []) other.requestUpdate();
  }
}
