import {expect} from '@open-wc/testing';
import {NetworkError} from '../../src/errors/request-errors.js';
import {FakeClerk} from './support/fake-clerk.js';
import {finderPage} from './support/finder-page.js';

const KEY = 'pk_test_a';

describe('ClerkFinder without a key', () => {
  it('adopts a Clerk that has started', () => {
    const {finder, page, clock} = finderPage();
    const clerk = new FakeClerk(clock);
    page.Clerk = clerk;

    finder.observe(() => {});

    expect(finder.state).to.deep.equal({status: 'found', clerk});
  });

  it('prefers the Clerk it was given', () => {
    const given = new FakeClerk(finderPage().clock);
    const {finder, page, clock} = finderPage({clerk: given});
    page.Clerk = new FakeClerk(clock);

    finder.observe(() => {});

    expect(finder.state).to.deep.equal({status: 'found', clerk: given});
  });

  it('waits until the Clerk of the page is ready', () => {
    const {finder, page, clock} = finderPage();
    const clerk = new FakeClerk(clock);
    clerk.setStatus('loading');
    page.Clerk = clerk;
    finder.observe(() => {});
    const before = finder.state.status;

    clerk.setStatus('degraded');

    expect([before, finder.state.status]).to.deep.equal(['searching', 'found']);
  });

  it('notices readiness of an older Clerk without status events', async () => {
    const {finder, page, clock} = finderPage();
    const clerk = new FakeClerk(clock);
    clerk.loaded = false;
    page.Clerk = Object.assign(clerk, {on: undefined});
    finder.observe(() => {});

    clerk.loaded = true;
    await clock.advance(100);

    expect(finder.state.status).to.equal('found');
  });

  it('never starts a Clerk that is not its own', async () => {
    const {finder, page, clock, loader} = finderPage({publishableKey: KEY});
    const clerk = new FakeClerk(clock);
    clerk.setStatus('loading');
    page.Clerk = clerk;

    finder.observe(() => {});
    await clock.advance(60_000);

    expect([clerk.loads, loader.asked.length]).to.deep.equal([0, 0]);
  });

  it('does not take an old constructor for an instance', async () => {
    const {finder, page, clock} = finderPage();
    page.Clerk = class {};

    finder.observe(() => {});
    await clock.advance(1_000);

    expect(finder.state.status).to.equal('searching');
  });

  it('says once, after ten seconds, that there is no Clerk, and finds it later', async () => {
    const {finder, page, clock} = finderPage();
    const errors: unknown[] = [];
    finder.observe(() => {
      if (finder.state.status === 'searching' && finder.state.error)
        errors.push(finder.state.error);
    });

    await clock.advance(9_999);
    const before = errors.length;
    await clock.advance(50_000);
    page.Clerk = new FakeClerk(clock);
    await clock.advance(1_000);

    expect([before, errors.length]).to.deep.equal([0, 1]);
    expect(errors[0]).to.include({code: 'clerk-not-found'});
    expect(finder.state.status).to.equal('found');
  });

  it('calls Clerk absent half a second after the page has loaded', async () => {
    const {finder, clock} = finderPage();
    finder.observe(() => {});

    await clock.advance(499);
    const before = finder.state;
    await clock.advance(1);

    expect(before).to.deep.equal({status: 'searching', isAbsent: false});
    expect(finder.state).to.deep.equal({status: 'searching', isAbsent: true});
  });

  it('does not call Clerk absent while a script tag announces it', async () => {
    const {finder, clock, page} = finderPage();
    const script = page.document.createElement('script');
    script.type = 'text/plain';
    script.setAttribute('data-clerk-publishable-key', KEY);
    page.document.head.append(script);
    finder.observe(() => {});

    await clock.advance(2_000);

    expect(finder.state).to.deep.equal({status: 'searching', isAbsent: false});
  });

  it('reports a Clerk that could not start, and its recovery', () => {
    const {finder, page, clock} = finderPage();
    const clerk = new FakeClerk(clock);
    clerk.setStatus('loading');
    page.Clerk = clerk;
    finder.observe(() => {});

    clerk.setStatus('error');
    const between = finder.state.status;
    clerk.setStatus('ready');

    expect([between, finder.state.status]).to.deep.equal(['failed', 'found']);
  });

  it('runs no timer while the page is hidden', async () => {
    const {finder, clock, activity, page} = finderPage();
    finder.observe(() => {});
    await clock.advance(11_000);

    activity.isVisible = false;
    const whileHidden = clock.pendingTimers;
    page.Clerk = new FakeClerk(clock);
    activity.isVisible = true;
    await clock.advance(1_000);

    expect([whileHidden, finder.state.status]).to.deep.equal([0, 'found']);
  });

  it('stops looking when the last observer leaves', () => {
    const {finder, clock} = finderPage();
    const stop = finder.observe(() => {});

    stop();

    expect(clock.pendingTimers).to.equal(0);
  });
});

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
