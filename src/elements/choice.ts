import type {Highlight} from '../charting/marks.js';
import {type LinkedPlace, placeOfLinked} from '../series/linked-place.js';
import type {SeriesSet} from '../series/series-set.js';
import {type ChartSelection, ChartSelectEvent, NO_SELECTION} from './events.js';
import {isSamePlace, placeOf, selectionOf} from './selection.js';
import {seriesOf, type Stage} from './stage.js';

/** What the visitor has chosen, until it is chosen again, given up or belongs to somebody else. */
export class Choice {
  readonly #stage: Stage;
  #chosen: ChartSelection | null = null;
  #linked: LinkedPlace | null = null;

  /** Hears of each choice that is made or given up here. */
  onChoose: (selection: ChartSelection | null) => void = () => undefined;

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
    if (!selection) return false;
    return this.#chosen ? isSamePlace(selection, this.#chosen) : this.#isLinked(selection);
  }

  /** Gives up what is chosen and tells the page; false where nothing is. */
  clear(): boolean {
    if (!this.#chosen && !this.#linked) return false;
    this.#set(null);
    return true;
  }

  /** Shows what was chosen in another chart, in place of an own choice; null for nothing. */
  link(place: LinkedPlace | null): void {
    this.#linked = place;
    if (this.#chosen) this.#tell(null);
    this.#show();
  }

  /** Marks what is chosen, wherever it stands now. */
  follow(): void {
    const set = seriesOf(this.#stage);
    const selected = set && this.#chosen ? placeOf(set, this.#chosen) : set && this.#linkedIn(set);
    this.#stage.scene()?.plot.view?.mark({selected});
  }

  #set(selection: ChartSelection | null): void {
    const had = this.#chosen !== null;
    this.#linked = null;
    if (selection || had) this.#tell(selection);
    this.#show();
    this.onChoose(selection);
  }

  #tell(selection: ChartSelection | null): void {
    this.#chosen = selection;
    this.#stage.host.dispatchEvent(new ChartSelectEvent(selection ?? NO_SELECTION));
  }

  #show(): void {
    this.follow();
    this.#stage.host.requestUpdate();
  }

  #linkedIn({index}: SeriesSet): Highlight | null {
    const at = this.#linked ? placeOfLinked(index, this.#linked) : -1;
    return at === -1 ? null : {index: at, seriesIndex: -1};
  }

  #isLinked(selection: ChartSelection): boolean {
    const set = seriesOf(this.#stage);
    const linked = set && this.#linkedIn(set);
    if (set) return linked !== null && placeOf(set, selection)?.index === linked.index;
    return this.#linked?.kind === 'category' && this.#linked.label === String(selection.index);
  }
}
