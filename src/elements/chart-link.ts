import type {Highlight} from '../charting/marks.js';
import {type LinkedPlace, toLinkedPlace} from '../series/linked-place.js';
import type {Choice} from './choice.js';
import type {ChartSelection} from './events.js';
import {getLinkBoard, type LinkMember} from './link-board.js';
import {MarkLink} from './mark-link.js';
import type {Pointing} from './pointing.js';
import {placeOf} from './selection.js';
import {seriesOf, type Stage} from './stage.js';

/** Makes a chart one of its `link-group`. Only instants, numbers and labels go from one to another. */
export class ChartLink {
  readonly #stage: Stage;
  readonly #choice: Choice;
  readonly #pointing: Pointing;
  readonly #member: LinkMember;
  readonly #marks: MarkLink;
  #group: string | null = null;
  #identityKey: string | null = null;
  #leave: (() => void) | null = null;

  constructor(stage: Stage, pointing: Pointing, choice: Choice) {
    this.#stage = stage;
    this.#choice = choice;
    this.#pointing = pointing;
    this.#marks = new MarkLink(stage, (place) => this.#tell('look', place));
    const identityKey = () => this.#identityKey;
    this.#member = {
      get identityKey() {
        return identityKey();
      },
      isOnScreen: () => isOnScreen(stage.host),
      look: (place) => {
        const seen = stage.isCurrent() ? place : null;
        pointing.link(seen);
        this.#marks.show(seen);
      },
      choose: (place) => choice.link(stage.isCurrent() ? place : null),
    };
    pointing.onLook = (point) => this.#tell('look', this.#placeAt(point));
    choice.onChoose = (selection) => this.#tell('choose', this.#placeChosen(selection));
  }

  /** Joins or leaves by what the settings say now. */
  follow(): void {
    this.#marks.follow();
    const scene = this.#stage.scene();
    const group = scene?.settings.linkGroup ?? null;
    const identityKey = scene?.identityKey ?? null;
    if (group === this.#group && identityKey === this.#identityKey) return;
    this.conceal();
    if (group === null) return;
    this.#group = group;
    this.#identityKey = identityKey;
    this.#leave = getLinkBoard().join(group, this.#member);
    // Looked at and chosen before this was there.
    const {point} = this.#pointing;
    if (point) this.#tell('look', this.#placeAt(point));
    else this.#marks.catchUp();
    if (this.#choice.chosen) this.#tell('choose', this.#placeChosen(this.#choice.chosen));
  }

  /** Leaves its group; the others forget what it told. */
  conceal(): void {
    if (!this.#leave) return;
    this.#leave();
    this.#leave = this.#group = this.#identityKey = null;
    this.#member.look(null);
    this.#member.choose(null);
  }

  #tell(act: 'look' | 'choose', place: LinkedPlace | null): void {
    if (this.#group !== null) getLinkBoard().tell(this.#group, act, this.#member, place);
  }

  #placeAt(point: Highlight | null): LinkedPlace | null {
    const set = seriesOf(this.#stage);
    // Points of a scatter share no index.
    const isShared = this.#stage.scene()?.shaped.kind !== 'scatter';
    return point && set && isShared ? toLinkedPlace(set.index, point.index) : null;
  }

  #placeChosen(selection: ChartSelection | null): LinkedPlace | null {
    if (!selection || selection.index === null) return null;
    const set = seriesOf(this.#stage);
    if (!set) return {kind: 'category', label: String(selection.index)};
    return this.#placeAt(placeOf(set, selection));
  }
}

function isOnScreen(host: Element): boolean {
  const {top, bottom, left, right} = host.getBoundingClientRect();
  const {innerWidth, innerHeight} = window;
  return bottom > 0 && top < innerHeight && right > 0 && left < innerWidth && bottom > top;
}
