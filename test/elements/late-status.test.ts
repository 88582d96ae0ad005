import {expect} from '@open-wc/testing';
import type {ReactiveControllerHost} from 'lit';
import {LateStatus} from '../../src/elements/late-status.js';
import {FakeClock} from '../support/fake-clock.js';

function setUp() {
  const clock = new FakeClock();
  let updates = 0;
  const host = {addController: () => undefined, requestUpdate: () => (updates += 1)};
  const status = new LateStatus(host as unknown as ReactiveControllerHost, clock);
  return {clock, status, updates: () => updates};
}

describe('LateStatus', () => {
  it('holds back that rows are on their way for a second, then asks for an update', async () => {
    const {clock, status, updates} = setUp();

    const first = status.follow('loading');
    await clock.advance(999);
    const before = [status.follow('loading'), updates()];
    await clock.advance(1);

    expect([first, before, status.follow('loading'), updates()]).to.deep.equal([
      null,
      [null, 0],
      'loading',
      1,
    ]);
  });

  it('tells of all other reasons at once', () => {
    const {clock, status} = setUp();

    const reasons = ['offline', 'error', 'rate-limited', 'waiting', null] as const;
    expect(reasons.map((reason) => status.follow(reason))).to.deep.equal(reasons);
    expect(clock.pendingTimers).to.equal(0);
  });

  for (const [what, end] of [
    ['rows have come', (status: LateStatus) => status.follow(null)],
    ['the chart has left the page', (status: LateStatus) => status.hostDisconnected()],
  ] as const)
    it(`begins anew once ${what}`, async () => {
      const {clock, status, updates} = setUp();
      status.follow('loading');
      await clock.advance(600);

      end(status);
      const timers = clock.pendingTimers;
      status.follow('loading');
      await clock.advance(600);

      expect([timers, status.follow('loading'), updates()]).to.deep.equal([0, null, 0]);
    });
});
