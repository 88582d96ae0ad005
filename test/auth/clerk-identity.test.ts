import {expect} from '@open-wc/testing';
import {settle} from '../support/fake-clock.js';
import {ACME, GLOBEX} from './support/fake-clerk.js';
import {codeOf, request, sessionPage} from './support/session-page.js';

describe('ClerkSessionSource identity', () => {
  it('names the user and the organization', () => {
    const {source} = sessionPage();

    expect(source.state).to.deep.equal({
      status: 'signed-in',
      identity: {
        key: 'sess_of_user_ada|user_ada|org_acme',
        userId: 'user_ada',
        organization: ACME,
      },
    });
  });

  it('tells nobody of an emission that changes nothing', () => {
    const {source, clerk} = sessionPage();
    let calls = 0;
    source.observe(() => (calls += 1));

    clerk.emit();

    expect(calls).to.equal(0);
  });

  it('changes its key with the organization', () => {
    const {source, clerk} = sessionPage();
    const before = source.state;
    let calls = 0;
    source.observe(() => (calls += 1));

    clerk.switchTo(GLOBEX);

    expect(calls).to.equal(1);
    expect(source.state).not.to.deep.equal(before);
  });

  it('has no organization when none is active', () => {
    const {source, clerk} = sessionPage();

    clerk.switchTo(null);

    expect(source.state).to.deep.include({status: 'signed-in'});
    expect(source.state.status === 'signed-in' && source.state.identity.organization).to.equal(
      null,
    );
  });

  it('waits while Clerk is in transition, then says signed out', () => {
    const {source, clerk} = sessionPage();
    const states: unknown[] = [];
    source.observe(() => states.push(source.state));

    clerk.signOut();

    expect(states).to.deep.equal([
      {status: 'waiting', reason: 'transition'},
      {status: 'signed-out'},
    ]);
  });

  it('waits for a pending session, and says that tasks are left', () => {
    const {source, clerk} = sessionPage();

    clerk.setPending();

    expect(source.state).to.include({status: 'waiting', reason: 'pending-session'});
    expect(source.state).to.have.nested.property('error.code', 'session-pending');
  });

  it('gives no token for a pending session, though Clerk would', async () => {
    const {source, clerk} = sessionPage();
    clerk.setPending();

    const code = await codeOf(source.requestToken(request()));

    expect([code, clerk.templateCalls]).to.deep.equal(['session-pending', 0]);
  });

  it('stops telling once the observer has left', () => {
    const {source, clerk} = sessionPage();
    let calls = 0;
    const stop = source.observe(() => (calls += 1));

    stop();
    clerk.signOut();

    expect(calls).to.equal(0);
  });
});

describe('ClerkSessionSource on a restored page', () => {
  it('hides the identity before the page is frozen', () => {
    const {source, activity} = sessionPage();

    activity.hide();

    expect(source.state).to.deep.equal({status: 'waiting', reason: 'restored'});
  });

  it('shows the identity again when the server confirms the session', async () => {
    const {source, activity, clerk} = sessionPage();
    const before = source.state;

    activity.restore();
    const between = source.state;
    await settle();

    expect(between).to.deep.equal({status: 'waiting', reason: 'restored'});
    expect(source.state).to.deep.equal(before);
    expect(clerk.tokenCalls).to.deep.equal([{template: undefined, skipCache: true}]);
  });

  it('does not believe what Clerk remembers', async () => {
    const {source, activity, clerk} = sessionPage();
    clerk.answers.push(() => new Promise(() => {}));

    activity.restore();
    clerk.emit();
    await settle();

    expect(source.state).to.deep.equal({status: 'waiting', reason: 'restored'});
  });

  it('takes a sign-out at its word', () => {
    const {source, activity, clerk} = sessionPage();
    clerk.answers.push(() => new Promise(() => {}));

    activity.restore();
    clerk.signOut();

    expect(source.state).to.deep.equal({status: 'signed-out'});
  });

  it('is signed out when Clerk has no session token', async () => {
    const {source, activity, clerk} = sessionPage();
    clerk.answers.push(() => Promise.resolve(null));

    activity.restore();
    await settle();

    expect(source.state).to.deep.equal({status: 'signed-out'});
  });

  it('asks again after a failure', async () => {
    const {source, activity, clerk, clock} = sessionPage();
    clerk.answers.push(() => Promise.reject(new Error('offline')));

    activity.restore();
    await settle();
    const between = source.state;
    await clock.advance(2_000);

    expect(between).to.include({status: 'waiting', reason: 'restored'});
    expect(source.state.status).to.equal('signed-in');
  });

  it('gives no token meanwhile', async () => {
    const {source, activity} = sessionPage();

    activity.hide();

    expect(await codeOf(source.requestToken(request()))).to.equal('token-unavailable');
  });
});
