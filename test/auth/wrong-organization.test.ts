import {expect} from '@open-wc/testing';
import {ACME, GLOBEX} from './support/fake-clerk.js';
import {codeOf, organizationOf, request, sessionPage} from './support/session-page.js';

describe('a token of the wrong organization', () => {
  it('is not taken from the cache of Clerk (A, B, and back to A)', async () => {
    const {source, clerk} = sessionPage();
    await source.requestToken(request());
    clerk.switchTo(GLOBEX);
    const ofGlobex = clerk.mintToken();
    clerk.switchTo(ACME);
    clerk.fillCache('tinybird', ofGlobex);

    const token = await source.requestToken(request());

    expect(organizationOf(token)).to.equal('acme');
  });

  it('is renewed once, then refused (another tab has switched)', async () => {
    const {source, clerk} = sessionPage();
    clerk.serverOrganization = GLOBEX;

    const codes = await Promise.all(
      Array.from({length: 50}, () => codeOf(source.requestToken(request()))),
    );

    expect(new Set(codes)).to.deep.equal(new Set(['tenant-mismatch']));
    expect(clerk.templateCalls).to.equal(2);
  });

  it('is not renewed over and over', async () => {
    const {source, clerk} = sessionPage();
    clerk.serverOrganization = GLOBEX;
    await codeOf(source.requestToken(request()));

    const codes = [
      await codeOf(source.requestToken(request())),
      await codeOf(source.requestToken(request())),
    ];

    expect(codes).to.deep.equal(['tenant-mismatch', 'tenant-mismatch']);
    expect(clerk.templateCalls).to.equal(2);
  });

  it('is asked for again on focus', async () => {
    const {source, clerk, activity} = sessionPage();
    clerk.serverOrganization = GLOBEX;
    await codeOf(source.requestToken(request()));
    let calls = 0;
    source.observe(() => (calls += 1));

    clerk.serverOrganization = ACME;
    activity.focus();
    const token = await source.requestToken(request());

    expect(calls).to.equal(1);
    expect(organizationOf(token)).to.equal('acme');
  });

  it('is asked for again when Clerk has told its server (switch in an unfocused tab)', async () => {
    const {source, clerk} = sessionPage();
    clerk.switchTo(GLOBEX, {focused: false});
    const before = await codeOf(source.requestToken(request()));
    let calls = 0;
    source.observe(() => (calls += 1));

    clerk.touch();
    const token = await source.requestToken(request());

    expect(before).to.equal('tenant-mismatch');
    expect(calls).to.equal(1);
    expect(organizationOf(token)).to.equal('globex');
  });

  it('is renewed when it names no organization though one is active', async () => {
    const {source, clerk} = sessionPage();
    const without = clerk.mintToken({
      scopes: [{type: 'PIPES:READ', resource: 'sales', fixed_params: {org: null}}],
    });
    clerk.answers.push(() => Promise.resolve(without));

    const token = await source.requestToken(request());

    expect(organizationOf(token)).to.equal('acme');
    expect(clerk.templateCalls).to.equal(2);
  });

  it('is not usable after the switch', async () => {
    const {source, clerk} = sessionPage();
    const token = await source.requestToken(request());

    clerk.switchTo(GLOBEX);

    expect(source.isUsable(token)).to.equal(false);
  });

  it('is not asked for without an active organization', async () => {
    const {source, clerk} = sessionPage((fake) => fake.signIn('user_ada', null));

    const code = await codeOf(source.requestToken(request({tenancy: 'organization'})));

    expect(code).to.equal('no-organization');
    expect(clerk.tokenCalls).to.deep.equal([]);
  });

  it('does not open the way for a token of another user', async () => {
    const {source, clerk} = sessionPage();
    clerk.moreClaims = {sub: 'user_bob'};

    expect(await codeOf(source.requestToken(request({tenancy: 'none'})))).to.equal(
      'tenant-mismatch',
    );
  });
});
