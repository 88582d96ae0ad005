import {sharedOnPage} from '../lib/page-shared.js';
import type {LinkedPlace} from '../series/linked-place.js';

/** A chart of a group. */
export interface LinkMember {
  /** Whose rows it shows; charts of different identities never hear of each other. */
  readonly identityKey: string | null;
  readonly isOnScreen: () => boolean;
  /** Shows what is looked at in another chart; null for nothing. */
  look(place: LinkedPlace | null): void;
  /** Shows what was chosen in another chart, in place of a choice of its own; null for nothing. */
  choose(place: LinkedPlace | null): void;
}

type Act = 'look' | 'choose';

interface Told {
  readonly by: LinkMember;
  readonly identityKey: string | null;
  readonly place: LinkedPlace | null;
}

interface Group {
  readonly members: Set<LinkMember>;
  readonly told: Map<Act, Told>;
  readonly due: Set<Act>;
}

/** What the charts of each group share. It is told to the others once for each frame. */
export class LinkBoard {
  readonly #groups = new Map<string, Group>();
  readonly #onFrame: (callback: () => void) => void;
  #isPlanned = false;

  constructor(onFrame: (callback: () => void) => void = requestAnimationFrame) {
    this.#onFrame = (callback) => onFrame(callback);
  }

  /** Adds a chart, which is told what is chosen; returns its way out, with which what it told ends. */
  join(name: string, member: LinkMember): () => void {
    const group: Group = this.#groups.get(name) ?? {
      members: new Set(),
      told: new Map(),
      due: new Set(),
    };
    this.#groups.set(name, group);
    group.members.add(member);
    const chosen = group.told.get('choose');
    if (chosen?.place && chosen.identityKey === member.identityKey) member.choose(chosen.place);
    return () => {
      group.members.delete(member);
      for (const act of ['look', 'choose'] as const)
        if (group.told.get(act)?.by === member) this.tell(name, act, member, null);
      if (group.members.size === 0) this.#groups.delete(name);
    };
  }

  /** Tells the others of a group, in the next frame, what is looked at or chosen. */
  tell(name: string, act: Act, by: LinkMember, place: LinkedPlace | null): void {
    const group = this.#groups.get(name);
    if (!group) return;
    group.told.set(act, {by, identityKey: by.identityKey, place});
    group.due.add(act);
    if (this.#isPlanned) return;
    this.#isPlanned = true;
    this.#onFrame(() => this.#publish());
  }

  #publish(): void {
    this.#isPlanned = false;
    for (const {members, told, due} of this.#groups.values())
      for (const act of [...due]) {
        due.delete(act);
        const latest = told.get(act);
        if (!latest) continue;
        const {by, identityKey, place} = latest;
        const others = [...members].filter((member) => member !== by);
        const isFor = (member: LinkMember) =>
          member.identityKey === identityKey && (act === 'choose' || member.isOnScreen());
        // Asked of all before any draws, so that the page is measured once.
        const hears = others.filter((member) => place !== null && isFor(member));
        for (const member of others) {
          if (hears.includes(member)) member[act](place);
          else if (act === 'look' || member.identityKey === identityKey) member[act](null);
        }
      }
  }
}

/** The one board of the page. */
export function getLinkBoard(): LinkBoard {
  return sharedOnPage('link-board', () => new LinkBoard());
}
