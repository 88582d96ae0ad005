import {expect} from '@open-wc/testing';
import {LockNotes, type NoteLocks, type TabNote} from '../../src/tinybird/tab-notes.js';
import {FakeClock} from '../support/fake-clock.js';
import {FakeTabs} from '../support/fake-tabs.js';

const TOPIC = '["https://api.tinybird.co","workspace_1","tinybird_user_ann"]';

function twoTabs() {
  const clock = new FakeClock();
  const tabs = new FakeTabs();
  const open = (clientId: string) => new LockNotes(tabs.open(clientId), clock);
  return {clock, tabs, one: open('one'), two: open('two')};
}

/** Two tabs, and a third one that has the turn until `ended` is settled. */
async function takenTurn(ended: Promise<void>) {
  const {clock, tabs, one} = twoTabs();
  one.hold(TOPIC, 's');
  await clock.advance(0);
  const [turn = ''] = tabs.turns;
  void tabs.open('third').request(turn, () => ended);
  return {clock, one};
}

/** Takes a turn and returns what it heard, or null when it did not come. */
async function listen(notes: LockNotes, clock: FakeClock): Promise<readonly TabNote[] | null> {
  let heard: readonly TabNote[] | null = null;
  notes.takeTurn(TOPIC, (found) => (heard = found));
  await clock.advance(0);
  return heard;
}

describe('LockNotes', () => {
  it('tell other tabs what a tab holds, and how old it is', async () => {
    const {clock, one, two} = twoTabs();

    one.hold(TOPIC, 'r 3000 5');
    await clock.advance(700);
    const heard = await listen(two, clock);

    expect(heard?.map(({text, ageMs}) => [text, ageMs])).to.deep.equal([['r 3000 5', 700]]);
  });

  it('do not tell a tab what it holds itself', async () => {
    const {clock, one} = twoTabs();

    one.hold(TOPIC, 's');

    expect(await listen(one, clock)).to.deep.equal([]);
  });

  it('end with what took them back', async () => {
    const {clock, one, two} = twoTabs();

    const release = one.hold(TOPIC, 's');
    await clock.advance(0);
    release();
    await clock.advance(0);

    expect(await listen(two, clock)).to.deep.equal([]);
  });

  it('end with a tab that crashes', async () => {
    const {clock, tabs, one, two} = twoTabs();

    one.hold(TOPIC, 's');
    await clock.advance(0);
    tabs.crash('one');

    expect(await listen(two, clock)).to.deep.equal([]);
  });

  it('end when the page goes', async () => {
    const {clock, tabs, one} = twoTabs();

    one.hold(TOPIC, 's');
    one.hold(TOPIC, 'w');
    await clock.advance(0);
    one.releaseAll();
    await clock.advance(0);

    expect(tabs.names).to.deep.equal([]);
  });

  it('are heard by the next turn when written in the one before', async () => {
    const {clock, one, two} = twoTabs();
    let heard: readonly TabNote[] = [];

    one.takeTurn(TOPIC, () => one.hold(TOPIC, 's'));
    two.takeTurn(TOPIC, (found) => (heard = found));
    await clock.advance(0);

    expect(heard.map(({text}) => text)).to.deep.equal(['s']);
  });

  it('have nothing of host, workspace, user or token in their names', async () => {
    const {clock, tabs, one} = twoTabs();

    one.hold(TOPIC, 's');
    await clock.advance(0);

    expect(tabs.names.join()).to.match(/^tinybird-chart\/1 [\da-f]{16} \d+ s$/);
  });

  it('are kept apart by topic', async () => {
    const {clock, one, two} = twoTabs();

    one.hold('another', 's');
    await clock.advance(0);

    expect(await listen(two, clock)).to.deep.equal([]);
  });

  it('wait 1.5 seconds for a turn, then look out of turn for half a minute', async () => {
    const {clock, one} = await takenTurn(new Promise(() => undefined));
    const turns: number[] = [];

    one.takeTurn(TOPIC, ({length}) => turns.push(length));
    await clock.advance(1_499);
    const early = turns.length;
    await clock.advance(1);
    const isUsable = one.isUsable;
    one.takeTurn(TOPIC, ({length}) => turns.push(length));
    await clock.advance(0);

    expect([early, turns, isUsable]).to.deep.equal([0, [1, 1], true]);
  });

  it('take a turn that came while the page was busy', async () => {
    let end = () => {};
    const {clock, one} = await takenTurn(new Promise((resolve) => (end = resolve)));
    let turns = 0;

    one.takeTurn(TOPIC, () => (turns += 1));
    await clock.advance(0);
    clock.stall(10_000);
    await clock.advance(0);
    const early = turns;
    end();
    await clock.advance(0);

    expect([early, turns]).to.deep.equal([0, 1]);
  });

  const broken: [string, Partial<NoteLocks>][] = [
    ['request rejects', {request: () => Promise.reject(new DOMException('', 'SecurityError'))}],
    [
      'request throws',
      {
        request: () => {
          throw new DOMException('', 'SecurityError');
        },
      },
    ],
    ['query rejects', {query: () => Promise.reject(new DOMException('', 'SecurityError'))}],
    ['query never answers', {query: () => new Promise(() => undefined)}],
  ];
  for (const [what, locks] of broken) {
    it(`give the turn within two seconds where ${what}`, async () => {
      const {clock, tabs} = twoTabs();
      const notes = new LockNotes({...tabs.open('one'), ...locks}, clock);
      let turns = 0;

      notes.hold(TOPIC, 's');
      notes.takeTurn(TOPIC, () => (turns += 1));
      await clock.advance(2_000);

      expect([turns, notes.isUsable]).to.deep.equal([1, false]);
    });
  }
});
