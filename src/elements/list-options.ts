import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {LabelledValue} from '../series/labelled-values.js';
import type {ChartSelection} from './events.js';
import type {HtmlViewModel} from './html-view.js';

/** What the entries of a list box stand for. */
interface ListOptions extends Pick<HtmlViewModel, 'choose' | 'isChosen'> {
  readonly items: readonly LabelledValue[];
  /** By which entries are found again in other rows, in the order of the items. */
  readonly keys: readonly string[];
  readonly selectionOf: (item: LabelledValue, at: number) => ChartSelection | null;
  /** Text beside the pointer; null for none. */
  readonly titleOf: ((item: LabelledValue) => string) | null;
}

/**
 * Returns the entries of a list box, each a mark that can be chosen, linked and let glide. `inside`
 * draws one.
 */
export function listOptions(
  {items, keys, selectionOf, titleOf, choose, isChosen}: ListOptions,
  inside: (item: LabelledValue, at: number) => TemplateResult,
): unknown {
  return repeat(
    items,
    (_, at) => keys[at],
    (item, at) => {
      const selection = selectionOf(item, at);
      return html`<li
        role="option"
        tabindex="-1"
        data-mark
        data-key=${keys[at]}
        data-place=${item.at}
        aria-selected=${isChosen(selection) ? 'true' : 'false'}
        title=${titleOf ? titleOf(item) : nothing}
        @click=${() => choose(selection)}
      >
        ${inside(item, at)}
      </li>`;
    },
  );
}

/** The text of an entry that is a name and a number. */
export function nameAndNumber({label, text}: LabelledValue): string {
  return `${label}: ${text}`;
}
