import {expect} from '@open-wc/testing';
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
    page.Clerk = FakeClerk;

    finder.observe(() => {});
    await clock.advance(1_000);

    expect(finder.state.status).to.equal('searching');
  });

  for (const markup of [
    '<img name="Clerk">',
    '<form id="Clerk"><input name="loaded"><input name="addListener"></form>',
    '<iframe name="Clerk" sandbox srcdoc="another origin"></iframe>',
    '<a id="Clerk"></a><a id="Clerk" name="loaded"></a>',
  ]) {
    it(`does not take ${markup} for Clerk, and finds it later`, async () => {
      const {finder, page, clock} = finderPage();
      page.document.body.innerHTML = markup;
      finder.observe(() => {});
      await clock.advance(1_000);
      const before = finder.state;

      page.Clerk = new FakeClerk(clock);
      await clock.advance(1_000);

      expect(before).to.deep.equal({status: 'searching', isAbsent: true});
      expect(finder.state.status).to.equal('found');
    });
  }

  it('does not take an element for an announcement of Clerk', async () => {
    const {finder, page, clock} = finderPage();
    page.document.body.innerHTML = '<a id="__clerk_publishable_key" href="pk_test_x"></a>';
    finder.observe(() => {});

    await clock.advance(1_000);

    expect(finder.state).to.deep.equal({status: 'searching', isAbsent: true});
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
