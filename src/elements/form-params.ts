import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {type Clock, systemClock} from '../lib/clock.js';

const DEBOUNCE_MS = 300;

/**
 * Reads the parameters of the form that the host names: its successful named controls except
 * password, file and hidden ones, and those whose `autocomplete` names a password, a code or a
 * card. `data-param` on a control renames it; empty values are left out.
 */
export class FormParams implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #clock: Clock;
  #form: HTMLFormElement | null = null;
  #stop: (() => void) | null = null;
  #params: Readonly<Record<string, string | readonly string[]>> = {};

  constructor(host: ReactiveControllerHost & HTMLElement, clock: Clock = systemClock) {
    this.#host = host;
    this.#clock = clock;
    host.addController(this);
  }

  /** Values by parameter name; the same object as long as nothing changed. */
  get params(): Readonly<Record<string, string | readonly string[]>> {
    return this.#params;
  }

  /** Follows the form with this id in the host's tree while that is in a document; null for none. */
  follow(id: string | null): void {
    const form = id === null || !this.#host.isConnected ? null : this.#find(id);
    if (form === this.#form) return;
    this.#stop?.();
    this.#form = form;
    this.#stop = form ? this.#listen(form) : null;
    this.#params = form ? readForm(form) : {};
  }

  hostDisconnected(): void {
    this.follow(null);
  }

  #find(id: string): HTMLFormElement | null {
    const root = this.#host.getRootNode();
    const near = root instanceof ShadowRoot ? root.getElementById(id) : null;
    const found = near ?? document.getElementById(id);
    return found instanceof HTMLFormElement ? found : null;
  }

  #listen(form: HTMLFormElement): () => void {
    let cancelTimer: (() => void) | null = null;
    const onChange = (event: Event) => {
      cancelTimer?.();
      // A reset empties the controls only after its event.
      const delayMs = event.type === 'reset' ? 0 : DEBOUNCE_MS;
      cancelTimer = this.#clock.setTimer(() => this.#read(form), delayMs);
    };
    const onSubmit = (event: SubmitEvent) => {
      if (!hasAction(form)) event.preventDefault();
      onChange(event);
    };
    const listened = new AbortController();
    for (const type of ['input', 'change', 'reset']) listen(form, type, onChange, listened.signal);
    listen(form, 'submit', (event) => onSubmit(event as SubmitEvent), listened.signal);
    return () => {
      cancelTimer?.();
      listened.abort();
    };
  }

  #read(form: HTMLFormElement): void {
    const params = readForm(form);
    if (JSON.stringify(params) === JSON.stringify(this.#params)) return;
    this.#params = params;
    this.#host.requestUpdate();
  }
}

// A control called `elements` or `addEventListener` hides what a form has under that name.

function listen(
  form: HTMLFormElement,
  type: string,
  listener: (event: Event) => void,
  signal: AbortSignal,
): void {
  EventTarget.prototype.addEventListener.call(form, type, listener, {signal});
}

function hasAction(form: HTMLFormElement): boolean {
  return Element.prototype.hasAttribute.call(form, 'action');
}

function elementsOf(form: HTMLFormElement): HTMLFormControlsCollection {
  return Reflect.get(HTMLFormElement.prototype, 'elements', form);
}

const PRIVATE_TYPES = new Set(['password', 'file', 'hidden', 'submit', 'button', 'image', 'reset']);

/** Names of autofill fields (HTML, autofill) that hold what must never be in an address. */
const PRIVATE_FIELD = /(^|\s)(cc-[a-z-]+|(current|new)-password|one-time-code)(\s|$)/i;

/** Parameters of a form as it stands; several values of one name become an array. */
export function readForm(form: HTMLFormElement): Record<string, string | readonly string[]> {
  const values = new Map<string, string[]>();
  for (const control of elementsOf(form)) {
    if (!isFormControl(control) || control.disabled || isPrivate(control)) continue;
    const name = paramOf(control);
    if (name === '') continue;
    const given = controlValues(control).filter((value) => value !== '');
    if (given.length > 0) values.set(name, [...(values.get(name) ?? []), ...given]);
  }
  return Object.fromEntries(
    [...values].map(([name, given]) => [name, given.length === 1 ? (given[0] ?? '') : given]),
  );
}

/** The parameter that a control is. */
export function paramOf({dataset, name}: FormControl): string {
  return dataset['param'] ?? name;
}

/** A control that a visitor fills in. */
export type FormControl = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Tells whether an element is one. */
export function isFormControl(element: Element): element is FormControl {
  return (
    element instanceof HTMLInputElement ||
    element instanceof HTMLSelectElement ||
    element instanceof HTMLTextAreaElement
  );
}

/** Tells whether what a control holds must not be in an address. */
export function isPrivate(control: FormControl): boolean {
  // The property is empty in Firefox for names that it does not fill in.
  const autocomplete = control.getAttribute('autocomplete') ?? '';
  return PRIVATE_TYPES.has(control.type) || PRIVATE_FIELD.test(autocomplete);
}

function controlValues(control: FormControl): string[] {
  if (control instanceof HTMLSelectElement)
    return [...control.selectedOptions].map(({value}) => value);
  if (control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type))
    return control.checked ? [control.value] : [];
  return [control.value];
}
