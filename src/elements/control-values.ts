import type {PipeParams} from '../tinybird/pipe-request.js';
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
   * changed it meanwhile.
   */
  write(host: Element, selector: string | null, params: PipeParams): void {
    const wanted = new Map<FormControl, string>();
    const values = Object.entries(params).map(([name, value]) => [name, String(value)] as const);
    if (selector !== null && values.length > 0)
      for (const [control, isDirect] of controlsOf(host, selector)) {
        const named = values.find(([name]) => name === paramOf(control));
        const value = named ?? (isDirect && values.length === 1 ? values[0] : undefined);
        if (value) wanted.set(control, valueFor(control, value[1]));
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

/** A value in the form that a control of dates takes. */
function valueFor({type}: FormControl, text: string): string {
  if (type === 'date') return text.slice(0, 10);
  return type === 'datetime-local' ? text.replace(' ', 'T') : text;
}

function setValue(control: FormControl, value: string): void {
  if (control.value === value) return;
  control.value = value;
  for (const type of ['input', 'change'])
    control.dispatchEvent(new Event(type, {bubbles: true, composed: type === 'input'}));
}
