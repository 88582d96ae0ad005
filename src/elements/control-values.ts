import type {PipeParams} from '../tinybird/pipe-request.js';
import type {fitTime} from './filter-values.js';
import {type FormControl, isFormControl, isPrivate, paramOf} from './form-params.js';

interface Written {
  readonly before: string;
  readonly given: string;
}

/** Writes parameters into form controls, and gives back what stood there before. */
export class ControlValues {
  readonly #written = new Map<FormControl, Written>();

  /**
   * Writes each parameter into the controls that `selector` finds from `host`, in its tree and those
   * around it: into one of its name, in a form as well, or any where there is one parameter. A
   * control that nothing is written into any more gets back what it had, unless somebody has
   * changed it meanwhile. `fit` makes a value what its parameter takes, from what stood there;
   * controls of dates and times know that themselves.
   */
  write(host: Element, selector: string | null, params: PipeParams, fit: typeof fitTime): void {
    const wanted = new Map<FormControl, string>();
    const values = Object.entries(params);
    if (selector !== null && values.length > 0)
      for (const [control, isDirect] of controlsOf(host, selector)) {
        const named = values.find(([name]) => name === paramOf(control));
        const value = named ?? (isDirect && values.length === 1 ? values[0] : undefined);
        if (!value) continue;
        const before = this.#written.get(control)?.before ?? control.value;
        wanted.set(control, inControl(control, value[1]) ?? String(fit(...value, before)));
      }
    for (const [control, {before, given}] of this.#written) {
      if (wanted.has(control)) continue;
      this.#written.delete(control);
      if (control.value === given) setValue(control, before);
    }
    for (const [control, value] of wanted) {
      const before = this.#written.get(control)?.before ?? control.value;
      setValue(control, value);
      this.#written.set(control, {before, given: control.value});
    }
  }
}

/** Controls that a selector finds, and whether it names them rather than their form. */
function controlsOf(host: Element, selector: string): [FormControl, boolean][] {
  const found = rootsOf(host).flatMap((root) => [...root.querySelectorAll(selector)]);
  return found
    .flatMap((element): [Element, boolean][] =>
      element instanceof HTMLFormElement
        ? [...element.querySelectorAll('input, select, textarea')].map((each) => [each, false])
        : [[element, true]],
    )
    .filter((entry): entry is [FormControl, boolean] => {
      const [element] = entry;
      return isFormControl(element) && !element.disabled && !isPrivate(element);
    });
}

/** The trees that an element is in, its own first. */
function rootsOf(element: Element): (Document | ShadowRoot)[] {
  const root = element.getRootNode();
  if (root instanceof ShadowRoot) return [root, ...rootsOf(root.host)];
  return root instanceof Document ? [root] : [];
}

/** A value in the form that a control of dates or times takes; null in others. */
function inControl({type}: FormControl, value: unknown): string | null {
  if (type === 'date') return String(value).slice(0, 10);
  return type === 'datetime-local' ? String(value).replace(' ', 'T') : null;
}

function setValue(control: FormControl, value: string): void {
  if (control.value === value) return;
  control.value = value;
  for (const type of ['input', 'change'])
    control.dispatchEvent(new Event(type, {bubbles: true, composed: type === 'input'}));
}
