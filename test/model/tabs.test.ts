import {expect} from '@open-wc/testing';
import {hog, lie} from './support/hostile-tab.js';
import {CHARTS, idealMs, openTabs, RATE} from './support/open-tabs.js';
import type {WindowKind} from './support/rate-window.js';

const WINDOWS: readonly WindowKind[] = ['fixed', 'sliding', 'bucket'];

describe('Tabs of one person', function () {
  this.timeout(60_000);

  for (const window of WINDOWS) {
    for (const count of [1, 2, 3, 6]) {
      it(`draw sixty charts in each of ${count} without a refusal (${window} window)`, async () => {
        const {drawn, refused, close} = await openTabs({window, count});

        const tookMs = await drawn(120_000);

        console.log(`${count} tabs, ${window} window: ${tookMs} ms, ideal ${idealMs(count)} ms`);
        expect(refused()).to.equal(0);
        expect(tookMs).to.be.below(1.15 * idealMs(count));
        close();
      });
    }

    it(`draw everything without Web Locks (${window} window)`, async () => {
      const {drawn, refused, asked, close} = await openTabs({window, without: [0, 1, 2]});

      const tookMs = await drawn(240_000);

      console.log(`no locks, ${window} window: ${refused()} of ${asked()} refused, ${tookMs} ms`);
      expect(tookMs).to.be.below(240_000);
      close();
    });

    it(`draw everything beside one without Web Locks (${window} window)`, async () => {
      const {drawn, close} = await openTabs({window, without: [1]});

      expect(await drawn(240_000)).to.be.below(240_000);
      close();
    });
  }

  for (const window of WINDOWS) {
    it(`of ten visitors with one name slow each other down, but all draw (${window} window)`, async () => {
      const without = Array.from({length: 10}, (_, tab) => tab);
      const {drawn, refused, asked, close} = await openTabs({window, count: 10, without});

      const tookMs = await drawn(180_000);

      console.log(
        `ten visitors, ${window} window: ${refused()} of ${asked()} refused, ${tookMs} ms`,
      );
      expect(tookMs).to.be.below(180_000);
      close();
    });
  }

  it('share the limit evenly', async () => {
    const {starts, drawn, close} = await openTabs();

    await drawn(60_000);

    const early = starts.slice(0, 90);
    const shares = [0, 1, 2].map((tab) => early.filter((start) => start.tab === tab).length);
    expect(Math.min(...shares)).to.be.above(15);
    close();
  });

  it('are as fast as a tab without others when alone', async () => {
    const shared = await openTabs({count: 1});
    const sharedMs = await shared.drawn(60_000);
    shared.close();
    const single = await openTabs({count: 1, without: [0]});
    const singleMs = await single.drawn(60_000);
    single.close();

    expect(sharedMs).to.equal(singleMs);
  });

  it('let those that are seen go first', async () => {
    const {pages, starts, drawn, close} = await openTabs();

    pages[2]!.activity.isVisible = false;
    await drawn(60_000, pages.slice(0, 2));

    const hidden = starts.filter(({tab}) => tab === 2).length;
    expect(hidden).to.be.below(CHARTS / 2);
    expect(await drawn(60_000)).to.be.below(60_000);
    close();
  });

  it('go on at once when one of them crashes', async () => {
    const {clock, tabs, pages, drawn, close} = await openTabs();

    await clock.advance(3_000);
    tabs.crash('tab-0');
    for (const chart of [...pages[0]!.charts]) pages[0]!.stop(chart);

    expect(await drawn(60_000, pages.slice(1))).to.be.below(1.15 * idealMs(3));
    close();
  });

  it('lose 1.5 seconds, once in half a minute, to a turn that never ends', async () => {
    const {clock, tabs, drawn, refused, close} = await openTabs({count: 1});

    await clock.advance(1_000);
    hog(tabs);

    expect(await drawn(60_000)).to.be.below(1.15 * idealMs(1) + 1_500);
    expect(refused()).to.equal(0);
    close();
  });

  it('draw everything where a frozen tab has the turn', async () => {
    const {clock, tabs, drawn, close} = await openTabs();

    await clock.advance(1_000);
    hog(tabs);

    expect(await drawn(240_000)).to.be.below(240_000);
    close();
  });

  for (const text of ['s', 'w', 'p', 'r 1e12 1', 'r 60000 1', 'r NaN', 's'.repeat(10_000)]) {
    const name = text.slice(0, 12);
    it(`lose 15 seconds at most to lies that say "${name}"`, async () => {
      const {clock, tabs, drawn, close} = await openTabs({count: 1});

      await clock.advance(500);
      lie(tabs, clock, text, 60_000);

      expect(await drawn(120_000)).to.be.below(2 * idealMs(1) + 16_000);
      close();
    });
  }

  it('do not believe notes from the future', async () => {
    const {clock, tabs, drawn, close} = await openTabs({count: 1});
    await clock.advance(500);
    const [turn = ''] = tabs.turns;
    for (let index = 0; index < RATE; index += 1) {
      const name = `${turn} ${clock.now() + 3_600_000} s`;
      void tabs.open('hostile').request(name, {mode: 'shared'}, () => clock.wait(3_600_000));
    }

    expect(await drawn(60_000)).to.be.below(1.15 * idealMs(1));
    close();
  });

  it('hear of each other’s refusals', async () => {
    let isStorm = true;
    const {clock, drawn, refused, asked, close} = await openTabs({isStorm: () => isStorm});

    await clock.advance(10 * 60_000);
    const inStorm = refused();
    isStorm = false;

    console.log(`storm of ten minutes over three tabs: ${inStorm} of ${asked()} refused`);
    expect(await drawn(20 * 60_000)).to.be.below(12 * 60_000);
    close();
  });

  it('hold nothing once they have drawn', async () => {
    const {clock, tabs, drawn, close} = await openTabs();

    await drawn(60_000);
    await clock.advance(5_000);

    expect(tabs.names).to.deep.equal([]);
    close();
  });
});
