import {expect, fixture} from '@open-wc/testing';
import {html, nothing, render} from 'lit';
import {NO_FACTS, shownState} from '../../src/elements/chart-state.js';
import {debugPanel} from '../../src/elements/debug-panel.js';
import {FakeClock} from '../support/fake-clock.js';

describe('the clock of the diagnosis panel', () => {
  const setUp = async () => {
    const clock = new FakeClock();
    const asked: number[] = [];
    const facts = () => {
      asked.push(clock.monotonic());
      return {inputs: null, query: null, shown: shownState(NO_FACTS)};
    };
    const host = await fixture<HTMLElement>('<div></div>');
    host.attachShadow({mode: 'open'});
    const show = (isOn: boolean) =>
      render(html`${isOn ? debugPanel(host, facts, clock) : nothing}`, host.shadowRoot!);
    return {clock, asked, show};
  };

  it('writes the panel anew once a second', async () => {
    const {clock, asked, show} = await setUp();
    show(true);
    await clock.advance(3_000);

    expect(asked).to.deep.equal([0, 1_000, 2_000, 3_000]);
  });

  it('stands still when the panel is gone', async () => {
    const {clock, asked, show} = await setUp();
    show(true);
    show(false);
    await clock.advance(5_000);

    expect(asked).to.deep.equal([0]);
    expect(clock.pendingTimers).to.equal(0);
  });
});
