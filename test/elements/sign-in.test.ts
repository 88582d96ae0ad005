import {expect} from '@open-wc/testing';
import {ACME, FakeClerk, GLOBEX} from '../auth/support/fake-clerk.js';
import {FakeClock} from '../support/fake-clock.js';
import {rowsResponse} from '../support/fake-fetch.js';
import {FakeVisitor} from '../support/fake-visitor.js';
import {mountQuery} from '../support/query-chart.js';
import {painted} from '../support/until.js';

function signedOut(): FakeClerk {
  const clerk = new FakeClerk(new FakeClock(Date.now()));
  clerk.session = clerk.user = clerk.organization = null;
  return clerk;
}

// So that a frame or two are enough to see what it offers.
before(() => import('../../src/elements/session-views.js'));

describe('tinybird-chart-sign-in', () => {
  it('comes before Clerk opens its sign-in', async () => {
    const clerk = signedOut();
    const {chart} = await mountQuery({clerk, getToken: undefined});
    await chart.reaches('signed-out');
    await chart.offers('Sign in');
    const actionsBefore: number[] = [];
    chart.element.addEventListener('tinybird-chart-sign-in', () =>
      actionsBefore.push(clerk.actions.length),
    );

    chart.press('Sign in');
    await painted();

    expect([actionsBefore, clerk.actions]).to.deep.equal([[0], ['openSignIn']]);
  });

  it('leaves signing in to a page that cancels it', async () => {
    const clerk = signedOut();
    const {chart} = await mountQuery({clerk, getToken: undefined});
    await chart.reaches('signed-out');
    await chart.offers('Sign in');
    chart.element.addEventListener('tinybird-chart-sign-in', (event) => event.preventDefault());

    chart.press('Sign in');
    await painted();

    expect(clerk.actions).to.deep.equal([]);
  });

  it('has its sentence where it is without the button that may come', async () => {
    const clerk = signedOut();
    const {chart: first} = await mountQuery({clerk, getToken: undefined});
    const {chart: second} = await mountQuery({clerk, getToken: undefined});
    const {chart: never} = await mountQuery({clerk, getToken: undefined, noSignIn: true});
    for (const chart of [first, second, never]) await chart.reaches('signed-out');
    await first.offers('Sign in');
    const topOf = (chart: typeof first) => chart.part('message-text').offsetTop;

    expect([first.buttons, second.buttons]).to.deep.equal([['Sign in'], []]);
    expect(topOf(second)).to.equal(topOf(first));
    expect(topOf(never)).to.be.above(topOf(first));
  });

  it('has no button where there is nothing to sign in to', async () => {
    const visitor = Object.assign(new FakeVisitor(), {claims: null});
    const {chart} = await mountQuery({visitor});
    await chart.reaches('signed-out');
    await painted();

    expect(chart.buttons).to.deep.equal([]);
  });

  it('has no button with no-sign-in', async () => {
    const {chart} = await mountQuery({clerk: signedOut(), getToken: undefined, noSignIn: true});
    await chart.reaches('signed-out');
    await painted();

    expect(chart.buttons).to.deep.equal([]);
  });

  it('has one button for all charts of a page, which moves on with the first chart', async () => {
    const clerk = signedOut();
    const first = await mountQuery({clerk, getToken: undefined});
    const second = await mountQuery({clerk, getToken: undefined});
    await first.chart.reaches('signed-out');
    await second.chart.reaches('signed-out');
    await first.chart.offers('Sign in');
    expect([first.chart.buttons, second.chart.buttons]).to.deep.equal([['Sign in'], []]);

    first.chart.element.remove();
    await second.chart.offers('Sign in');
    expect(second.chart.buttons).to.deep.equal(['Sign in']);
  });
});

describe('the choice of an organization', () => {
  it('lists the memberships and shows the rows of the one chosen', async () => {
    const clerk = new FakeClerk(new FakeClock(Date.now()));
    clerk.signIn('user_ada', null);
    const {chart, network} = await mountQuery({
      clerk,
      getToken: undefined,
      tenancy: 'organization',
      answer: () => rowsResponse([{name: 'Globex'}]),
    });
    await chart.reaches('no-organization');
    await chart.offers(GLOBEX.name);
    expect(chart.buttons).to.deep.equal([ACME.name, GLOBEX.name]);
    expect(network.requests).to.deep.equal([]);

    chart.press(GLOBEX.name);
    await chart.reads([['Name'], ['Globex']]);
  });
});
