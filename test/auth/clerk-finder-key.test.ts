import {expect} from '@open-wc/testing';
import {NetworkError} from '../../src/errors/network-error.js';
import {FakeClerk} from './support/fake-clerk.js';
import {finderPage} from './support/finder-page.js';

const KEY = 'pk_test_a';

describe('ClerkFinder with a key', () => {
  it('loads Clerk when none has come half a second after the page has loaded', async () => {
    const {finder, clock, loader} = finderPage({publishableKey: KEY});
    finder.observe(() => {});

    await clock.advance(499);
    const before = loader.asked.length;
    await clock.advance(1);

    expect(before).to.equal(0);
    expect(loader.asked).to.deep.equal([{publishableKey: KEY, trusted: false}]);
  });

  it('waits for the window to load first', async () => {
    const page = finderPage({publishableKey: KEY});
    Object.defineProperty(page.page.document, 'readyState', {value: 'loading'});
    page.finder.observe(() => {});

    await page.clock.advance(5_000);
    const before = page.loader.asked.length;
    page.page.document.defaultView?.dispatchEvent(new Event('load'));
    await page.clock.advance(500);

    expect([before, page.loader.asked.length]).to.deep.equal([0, 1]);
  });

  it('adopts a Clerk that comes in time', async () => {
    const {finder, clock, loader, page} = finderPage({publishableKey: KEY});
    finder.observe(() => {});

    await clock.advance(400);
    page.Clerk = new FakeClerk(clock);
    await clock.advance(5_000);

    expect([finder.state.status, loader.asked.length]).to.deep.equal(['found', 0]);
  });

  it('leaves an announced Clerk fifteen seconds', async () => {
    const {finder, clock, loader, page} = finderPage({publishableKey: KEY});
    page.__clerk_publishable_key = KEY;
    finder.observe(() => {});

    await clock.advance(15_000);
    const before = loader.asked.length;
    await clock.advance(2_000);

    expect([before, loader.asked.length]).to.deep.equal([0, 1]);
  });

  it('refuses a Clerk with another key', () => {
    const {finder, page, clock} = finderPage({publishableKey: 'pk_test_other'});
    page.Clerk = new FakeClerk(clock);

    finder.observe(() => {});

    expect(finder.state).to.have.nested.property('error.code', 'clerk-key-mismatch');
  });

  it('reports a load that failed and loads again when the page is connected', async () => {
    const {finder, clock, loader, activity} = finderPage({publishableKey: KEY});
    loader.answer = () => Promise.reject(new NetworkError('no answer'));
    finder.observe(() => {});
    await clock.advance(500);
    const before = finder.state;

    activity.isOnline = false;
    activity.isOnline = true;
    await clock.advance(0);

    expect(before).to.have.nested.property('error.code', 'network');
    expect(loader.asked).to.have.length(2);
  });

  it('asks for one load while one is under way', async () => {
    const {finder, clock, loader} = finderPage({publishableKey: KEY});
    loader.answer = () => new Promise(() => {});
    finder.observe(() => {});

    await clock.advance(5_000);

    expect(loader.asked).to.have.length(1);
  });

  it('starts its own Clerk again after a failed start', async () => {
    const {finder, clock, loader, page, activity} = finderPage({publishableKey: KEY});
    const clerk = new FakeClerk(clock);
    clerk.setStatus('loading');
    loader.answer = () => {
      page.Clerk = loader.own = clerk;
      return Promise.reject(new NetworkError('no answer'));
    };
    finder.observe(() => {});
    await clock.advance(500);

    loader.answer = () => {
      clerk.setStatus('ready');
      return Promise.resolve();
    };
    activity.focus();
    await clock.advance(100);

    expect([loader.asked.length, finder.state.status]).to.deep.equal([2, 'found']);
  });
});
