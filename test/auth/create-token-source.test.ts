import {expect} from '@open-wc/testing';
import {
  type AuthParts,
  type AuthSettings,
  getTokenSource,
} from '../../src/auth/create-token-source.js';
import type {ClerkPage} from '../../src/auth/clerk-page.js';
import {FakeActivity} from '../support/fake-activity.js';
import {FakeClock} from '../support/fake-clock.js';
import {ACME, FakeClerk} from './support/fake-clerk.js';
import {codeOf, request} from './support/session-page.js';

function openPage() {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  // The frame's own address is about:blank: the page is said to be where the test is.
  const {document: inner} = frame.contentWindow ?? window;
  const page: ClerkPage = {
    document: inner,
    location,
    addEventListener: window.addEventListener.bind(window),
    removeEventListener: window.removeEventListener.bind(window),
  };
  const clock = new FakeClock();
  const entries = new Map<string, unknown>();
  const parts: AuthParts = {
    page,
    clock,
    activity: new FakeActivity(),
    fetch: () => Promise.resolve(Response.json({token: 'opaque'})),
    share: <T>(name: string, create: () => T) => {
      if (!entries.has(name)) entries.set(name, create());
      return entries.get(name) as T;
    },
  };
  const open = (settings: Partial<AuthSettings> = {}) =>
    getTokenSource({trusted: false, jwtTemplate: 'tinybird', ...settings}, parts);
  return {page, clock, open, clerk: new FakeClerk(clock)};
}

describe('getTokenSource', () => {
  it('gives one source for equal settings', () => {
    const {open, clerk} = openPage();
    const getToken = () => Promise.resolve(null);

    expect(open()).to.equal(open({publishableKey: undefined}));
    expect(open({clerk})).to.equal(open({clerk}));
    expect(open({getToken, pipe: 'sales'})).to.equal(open({getToken, pipe: 'sales'}));
  });

  it('tells sources of different settings apart', () => {
    const {open, clerk, clock} = openPage();
    const keys = [
      open(),
      open({jwtTemplate: 'other'}),
      open({clerk}),
      open({clerk: new FakeClerk(clock)}),
      open({getToken: () => Promise.resolve(null)}),
      open({getToken: () => Promise.resolve(null)}),
      open({tokenEndpoint: '/token'}),
      open({token: 'p.public'}),
    ].map(({key}) => key);

    expect(new Set(keys).size).to.equal(keys.length);
    expect(keys.join()).not.to.contain('p.public');
  });

  it('prefers getToken, then the endpoint, then Clerk', () => {
    const {open, clerk} = openPage();
    const getToken = () => Promise.resolve(null);

    expect(open({getToken, tokenEndpoint: '/t', clerk}).key).to.contain('get-token');
    expect(open({tokenEndpoint: '/t', clerk}).key).to.contain('token-endpoint');
    expect(open({clerk, token: 'x'}).key).to.contain('clerk');
  });

  it('waits for Clerk, then gives its tokens', async () => {
    const {open, page, clerk, clock} = openPage();
    const source = open();
    const states: string[] = [];
    source.observe(() => states.push(source.state.status));
    const before = source.state;

    clerk.signIn();
    page.Clerk = clerk;
    await clock.advance(100);
    const token = await source.requestToken(request());

    expect(before).to.deep.equal({status: 'waiting', reason: 'clerk'});
    expect(states).to.deep.equal(['signed-in']);
    expect(source.isUsable(token)).to.equal(true);
  });

  it('asks for one token though charts configure one Clerk in different ways', async () => {
    const {open, page, clerk} = openPage();
    clerk.signIn();
    page.Clerk = clerk;
    const sources = [open(), open({clerk}), open({publishableKey: clerk.publishableKey})];
    for (const source of sources) source.observe(() => {});

    await Promise.all(sources.map((source) => source.requestToken(request())));

    expect(clerk.templateCalls).to.equal(1);
  });

  it('has one timer for twenty charts that wait', () => {
    const {open, clock} = openPage();

    for (let count = 0; count < 20; count += 1) open().observe(() => {});

    // The poller, the notice at 10 s and the quiet time after load.
    expect(clock.pendingTimers).to.equal(3);
  });

  it('hears of a sign-out through every source', () => {
    const {open, clerk} = openPage();
    clerk.signIn();
    const source = open({clerk});
    const states: string[] = [];
    source.observe(() => states.push(source.state.status));

    clerk.signOut();

    expect(states).to.deep.equal(['waiting', 'signed-out']);
  });

  it('uses the public token only while nobody is signed in', () => {
    const {open, clerk} = openPage();
    const source = open({clerk, token: 'p.public'});
    source.observe(() => {});
    const before = source.state;

    clerk.signIn();

    expect(before).to.have.nested.property('identity.userId', null);
    expect(source.state).to.have.nested.property('identity.userId', 'user_ada');
  });

  it('uses the public token on a page without Clerk, after a while', async () => {
    const {open, clock} = openPage();
    const source = open({token: 'p.public'});
    source.observe(() => {});
    const before = source.state.status;

    await clock.advance(500);

    expect([before, source.state.status]).to.deep.equal(['waiting', 'signed-in']);
    expect((await source.requestToken(request())).value).to.equal('p.public');
  });

  it('gives no token before Clerk is there', async () => {
    expect(await codeOf(openPage().open().requestToken(request()))).to.equal('token-unavailable');
  });

  it('refuses a token endpoint of another origin', () => {
    const {open} = openPage();

    expect(() => open({tokenEndpoint: 'https://evil.com/token'})).to.throw('token-endpoint');
  });
});

describe('session actions', () => {
  function actionsOf(clerk: FakeClerk, open: ReturnType<typeof openPage>['open']) {
    const source = open({clerk});
    source.observe(() => {});
    const {actions} = source;
    if (!actions) throw new Error('No actions');
    return actions;
  }

  it('opens the sign-in of Clerk', async () => {
    const {open, clerk} = openPage();

    await actionsOf(clerk, open).signIn();

    expect(clerk.actions).to.deep.equal(['openSignIn']);
  });

  it('goes to the page of Clerk where its UI is missing', async () => {
    const {open, clerk} = openPage();
    clerk.hasUi = false;

    await actionsOf(clerk, open).signIn();

    expect(clerk.actions).to.deep.equal(['redirectToSignIn']);
  });

  it('lists all organizations, page by page', async () => {
    const {open, clerk} = openPage();
    clerk.signIn();
    clerk.memberships = Array.from({length: 205}, (_, index) => ({...ACME, id: `org_${index}`}));

    const found = await actionsOf(clerk, open).listOrganizations();

    expect(found.map(({id}) => id)).to.deep.equal(clerk.memberships.map(({id}) => id));
  });

  it('makes an organization active', async () => {
    const {open, clerk} = openPage();
    clerk.signIn('user_ada', null);

    await actionsOf(clerk, open).selectOrganization('org_globex');

    expect(clerk.organization?.id).to.equal('org_globex');
  });

  it('rejects before Clerk has started', async () => {
    const {open} = openPage();

    expect(await codeOf(open().actions?.signIn() ?? Promise.resolve())).to.equal(
      'token-unavailable',
    );
  });
});
