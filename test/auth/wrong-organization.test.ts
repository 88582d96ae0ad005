import {expect} from '@open-wc/testing';
import {ACME, GLOBEX} from './support/fake-clerk.js';
import {codeOf, organizationOf, request, sessionPage} from './support/session-page.js';

/** A page that is seen, while the visitor's keyboard is with another tab or window. */
function backgroundPage() {
  const page = sessionPage();
  page.activity.hasFocus = false;
  return page;
}

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
    const {source, clerk} = backgroundPage();
    clerk.serverOrganization = GLOBEX;

    const codes = await Promise.all(
      Array.from({length: 50}, () => codeOf(source.requestToken(request()))),
    );

    expect(new Set(codes)).to.deep.equal(new Set(['tenant-mismatch']));
    expect(clerk.templateCalls).to.equal(2);
  });

  it('is not renewed over and over', async () => {
    const {source, clerk} = backgroundPage();
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
    const {source, clerk, activity} = backgroundPage();
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
    const {source, clerk} = backgroundPage();
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

describe('the organization of the tab that the visitor looks at', () => {
  it('is told to the server, so that tokens are right again', async () => {
    const {source, clerk} = sessionPage();
    clerk.serverOrganization = GLOBEX;

    const tokens = await Promise.all(
      Array.from({length: 50}, () => source.requestToken(request())),
    );

    expect(new Set(tokens.map(organizationOf))).to.deep.equal(new Set(['acme']));
    expect([clerk.touches, clerk.templateCalls]).to.deep.equal([1, 3]);
  });

  const others: [string, (page: ReturnType<typeof sessionPage>) => void][] = [
    ['without focus', ({activity}) => (activity.hasFocus = false)],
    ['that is hidden', ({activity}) => (activity.isVisible = false)],
  ];
  for (const [what, leave] of others) {
    it(`is not told by a tab ${what}: another one may show what the server holds`, async () => {
      const page = sessionPage();
      page.clerk.serverOrganization = GLOBEX;
      leave(page);

      const code = await codeOf(page.source.requestToken(request()));

      expect([code, page.clerk.touches]).to.deep.equal(['tenant-mismatch', 0]);
    });
  }

  it('is told once for each focus, so that two windows cannot take turns for ever', async () => {
    const {source, clerk, activity} = sessionPage();
    clerk.onTouch = () => Promise.resolve();
    clerk.serverOrganization = GLOBEX;
    for (let count = 0; count < 3; count += 1) await codeOf(source.requestToken(request()));
    const before = clerk.touches;

    activity.focus();
    const code = await codeOf(source.requestToken(request()));

    expect([before, clerk.touches, code]).to.deep.equal([1, 2, 'tenant-mismatch']);
  });

  it('is told again after a failure', async () => {
    const {source, clerk, activity} = sessionPage();
    const works = clerk.onTouch;
    clerk.onTouch = () => Promise.reject(new Error('down'));
    clerk.serverOrganization = GLOBEX;
    const code = await codeOf(source.requestToken(request()));

    clerk.onTouch = works;
    activity.focus();
    const token = await source.requestToken(request());

    expect([code, organizationOf(token)]).to.deep.equal(['tenant-mismatch', 'acme']);
  });

  it('holds nobody up longer than ten seconds', async () => {
    const {source, clerk, clock} = sessionPage();
    clerk.onTouch = () => new Promise(() => {});
    clerk.serverOrganization = GLOBEX;

    const code = codeOf(source.requestToken(request()));
    await clock.advance(10_000);

    expect(await code).to.equal('tenant-mismatch');
  });

  it('does not open the way for a token of the tenant of before', async () => {
    const {source, clerk} = sessionPage();
    clerk.serverOrganization = GLOBEX;
    clerk.onTouch = () => {
      clerk.switchTo(GLOBEX);
      return Promise.resolve();
    };

    const code = await codeOf(source.requestToken(request()));
    const next = await source.requestToken(request());

    expect([code, organizationOf(next)]).to.deep.equal(['tenant-mismatch', 'globex']);
  });
});
