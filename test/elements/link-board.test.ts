import {expect} from '@open-wc/testing';
import {LinkBoard, type LinkMember} from '../../src/elements/link-board.js';
import type {LinkedPlace} from '../../src/series/linked-place.js';

const label = (text: string): LinkedPlace => ({kind: 'category', label: text});

function setUp(count: number) {
  const frames: (() => void)[] = [];
  const board = new LinkBoard((callback) => frames.push(callback));
  const heard: string[] = [];
  const note = (at: number, act: string) => (place: LinkedPlace | null) =>
    heard.push(`${at} ${act} ${place?.kind === 'category' ? place.label : '-'}`);
  const nameOf = (): string => 'ada';
  const members = Array.from({length: count}, (_, at) => ({
    identityKey: nameOf(),
    isVisible: true,
    isOnScreen(): boolean {
      return this.isVisible;
    },
    look: note(at, 'look'),
    choose: note(at, 'choose'),
  })) satisfies LinkMember[];
  const frame = () => frames.splice(0).forEach((callback) => callback());
  return {board, members, heard, frames, frame};
}

describe('a group of charts', () => {
  it('of fifty hears once for each frame, of the latest place only', () => {
    const {board, members, heard, frames, frame} = setUp(50);
    members.forEach((member) => board.join('g', member));
    for (const text of ['a', 'b', 'c']) board.tell('g', 'look', members[0]!, label(text));

    expect([frames.length, heard.length]).to.deep.equal([1, 0]);
    frame();

    expect(heard.length).to.equal(49);
    expect(new Set(heard.map((text) => text.split(' ')[2]))).to.deep.equal(new Set(['c']));
  });

  it('shows what is looked at only on screen', () => {
    const {board, members, heard, frame} = setUp(3);
    members.forEach((member) => board.join('g', member));
    members[2]!.isVisible = false;

    board.tell('g', 'look', members[0]!, label('a'));
    board.tell('g', 'choose', members[0]!, label('a'));
    frame();

    expect(heard).to.deep.equal(['1 look a', '2 look -', '1 choose a', '2 choose a']);
  });

  it('never crosses groups and identities', () => {
    const {board, members, heard, frame} = setUp(3);
    members[1]!.identityKey = 'bob';
    board.join('g', members[0]!);
    board.join('g', members[1]!);
    board.join('other', members[2]!);

    board.tell('g', 'look', members[0]!, label('a'));
    board.tell('g', 'choose', members[0]!, label('a'));
    frame();

    expect(heard).to.deep.equal(['1 look -']);
  });

  it('tells one that comes later what is chosen, until who chose has left', () => {
    const {board, members, heard, frame} = setUp(3);
    const leave = board.join('g', members[0]!);
    board.tell('g', 'choose', members[0]!, label('a'));
    frame();

    board.join('g', members[1]!);
    leave();
    board.join('g', members[2]!);
    frame();

    expect(heard).to.deep.equal(['1 choose a', '1 choose -', '2 choose -']);
  });
});
