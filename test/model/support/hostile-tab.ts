import type {FakeTabs} from '../../support/fake-tabs.js';
import type {ModelClock} from './model-clock.js';
import {RATE} from './open-tabs.js';

/** Takes the turn of every limit that the tabs share, and never gives it back. */
export function hog(tabs: FakeTabs): void {
  const {turns} = tabs;
  const {request} = tabs.open('hostile');
  for (const turn of turns) void request(turn, () => new Promise(() => undefined));
}

/** Holds notes of starts that never were, as many as the limit has, for as long as asked. */
export function lie(tabs: FakeTabs, clock: ModelClock, text: string, untilMs: number): void {
  const {request} = tabs.open('hostile');
  const again = () => {
    if (clock.monotonic() > untilMs) return;
    for (const turn of tabs.turns) {
      for (let index = 0; index < RATE; index += 1) {
        const name = `${turn} ${clock.now() + index} ${text}`;
        void request(name, {mode: 'shared'}, () => clock.wait(1_000));
      }
    }
    clock.setTimer(again, 200);
  };
  again();
}
