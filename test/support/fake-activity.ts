import {Listeners} from '../../src/lib/listeners.js';
import type {PageActivity} from '../../src/lib/page-activity.js';

/** A page that is seen and connected until the test says otherwise. */
export class FakeActivity implements PageActivity {
  hasFocus = true;
  #isVisible = true;
  #isOnline = true;
  readonly #changed = new Listeners();
  readonly #focused = new Listeners();
  readonly #hidden = new Listeners();
  readonly #restored = new Listeners();

  get isVisible(): boolean {
    return this.#isVisible;
  }

  set isVisible(value: boolean) {
    this.#isVisible = value;
    this.#changed.emit();
  }

  get isOnline(): boolean {
    return this.#isOnline;
  }

  set isOnline(value: boolean) {
    this.#isOnline = value;
    this.#changed.emit();
  }

  focus(): void {
    this.#focused.emit();
  }

  hide(): void {
    this.#hidden.emit();
  }

  restore(): void {
    this.#restored.emit();
  }

  onChange = (callback: () => void): (() => void) => this.#changed.add(callback);
  onFocus = (callback: () => void): (() => void) => this.#focused.add(callback);
  onHide = (callback: () => void): (() => void) => this.#hidden.add(callback);
  onRestore = (callback: () => void): (() => void) => this.#restored.add(callback);
}
