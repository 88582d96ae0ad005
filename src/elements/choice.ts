import type {Highlight} from '../charting/marks.js';
import {type ChartSelection, ChartSelectEvent, NO_SELECTION} from './events.js';
import {isSamePlace, placeOf, selectionOf} from './selection.js';
import {seriesOf, type Stage} from './stage.js';

/** What the visitor has chosen, until it is chosen again, given up or belongs to somebody else. */
export class Choice {
  readonly #stage: Stage;
  #chosen: ChartSelection | null = null;

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  /** What is chosen, or null. */
  get chosen(): ChartSelection | null {
    return this.#chosen;
  }

  /** Chooses the point of a canvas. */
  chooseAt({index, seriesIndex}: Highlight): void {
    const set = seriesOf(this.#stage);
    const {response} = this.#stage.scene() ?? {};
    if (set && response) this.choose(selectionOf(set, response.data, index, seriesIndex));
  }

  /** Tells the page; what is chosen already is given up. */
  choose(selection: ChartSelection | null): void {
    if (!selection) return;
    if (!this.isChosen(selection)) this.#set(selection);
    else this.clear();
  }

  isChosen(selection: ChartSelection | null): boolean {
    return selection !== null && this.#chosen !== null && isSamePlace(selection, this.#chosen);
  }

  /** Gives up what is chosen and tells the page; false where nothing is. */
  clear(): boolean {
    if (!this.#chosen) return false;
    this.#set(null);
    return true;
  }

  /** Marks what is chosen, wherever it stands now. */
  follow(): void {
    const set = seriesOf(this.#stage);
    const selected = set && this.#chosen ? placeOf(set, this.#chosen) : null;
    this.#stage.scene()?.plot.view?.mark({selected});
  }

  #set(selection: ChartSelection | null): void {
    this.#chosen = selection;
    this.follow();
    this.#stage.host.requestUpdate();
    this.#stage.host.dispatchEvent(new ChartSelectEvent(selection ?? NO_SELECTION));
  }
}
