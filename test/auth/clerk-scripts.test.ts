import {expect} from '@open-wc/testing';
import type {ClerkOriginSettings} from '../../src/auth/clerk-origin.js';
import type {ClerkPage} from '../../src/auth/clerk-page.js';
import {ClerkScripts} from '../../src/auth/clerk-scripts.js';
import {type Clock, systemClock} from '../../src/lib/clock.js';
import {FakeClock} from '../support/fake-clock.js';
import {codeOf} from './support/session-page.js';

interface StandIn {
  readonly loaded: boolean;
  readonly publishableKey: string;
  readonly proxyUrl: string;
  readonly loads: readonly {
    telemetry?: unknown;
    nonce?: unknown;
    ui?: {ClerkUI: Promise<unknown>};
  }[];
}

const SUPPORT = '/test/auth/support';

/** Opens a page of the support folder in a frame. */
function openPage(file: string): Promise<ClerkPage> {
  const frame = document.createElement('iframe');
  frame.src = `${SUPPORT}/${file}`;
  document.body.append(frame);
  return new Promise((resolve) => {
    frame.onload = () => resolve(frame.contentWindow as unknown as ClerkPage);
  });
}

function settings(more: Partial<ClerkOriginSettings> = {}): ClerkOriginSettings {
  const publishableKey = `pk_test_${btoa('calm-1.clerk.accounts.dev$')}`;
  return {publishableKey, proxyUrl: `${SUPPORT}/stand-in-proxy`, trusted: false, ...more};
}

function ownScripts(page: ClerkPage): number {
  return page.document.querySelectorAll('script[data-tinybird-chart]').length;
}

async function load(
  file: string,
  more: Partial<ClerkOriginSettings> = {},
  clock: Clock = systemClock,
) {
  const page = await openPage(file);
  const scripts = new ClerkScripts(page, clock);
  const code = await codeOf(scripts.load(settings(more)));
  return {page, scripts, code, clerk: page.Clerk as StandIn | undefined};
}

describe('ClerkScripts', () => {
  it('starts Clerk with its UI, without telemetry, with the nonce of the page', async () => {
    const {clerk, code} = await load('page.html');

    const [options] = clerk?.loads ?? [];

    expect(code).to.equal('none');
    expect(clerk?.publishableKey).to.equal(settings().publishableKey);
    expect(options).to.include({telemetry: false, nonce: 'page-nonce'});
    expect(await options?.ui?.ClerkUI).to.have.property('name', 'ClerkUI');
  });

  it('tells Clerk of the proxy', async () => {
    const {page} = await load('page.html');

    const script = page.document.querySelector('script[data-clerk-publishable-key]');

    expect(script?.getAttribute('data-clerk-proxy-url')).to.equal(`${SUPPORT}/stand-in-proxy`);
  });

  it('loads once for all callers', async () => {
    const page = await openPage('page.html');
    const scripts = new ClerkScripts(page, systemClock);

    await Promise.all([scripts.load(settings()), scripts.load(settings())]);

    expect(ownScripts(page)).to.equal(2);
    expect((page.Clerk as StandIn).loads).to.have.length(1);
  });

  it('does not start a Clerk that another script announces', async () => {
    const page = await openPage('page.html');
    const scripts = new ClerkScripts(page, systemClock);
    page.__clerk_publishable_key = settings().publishableKey;

    await scripts.load(settings());

    expect((page.Clerk as StandIn).loads).to.have.length(0);
  });

  it('starts Clerk without UI where that is missing', async () => {
    const proxyUrl = '/nowhere';
    const clerkJsUrl = `${SUPPORT}/stand-in-proxy/npm/@clerk/clerk-js@6/dist/clerk.browser.js`;

    const {scripts, clerk, code} = await load('page.html', {proxyUrl, clerkJsUrl, trusted: true});

    expect([code, clerk?.loaded]).to.deep.equal(['none', true]);
    expect(await codeOf(scripts.ui as Promise<unknown>)).to.equal('network');
  });

  it('reports a script that is not there and leaves no tag behind', async () => {
    const {page, code} = await load('page.html', {proxyUrl: '/nowhere'});

    expect(code).to.equal('network');
    expect(page.document.querySelectorAll('script[data-clerk-publishable-key]').length).to.equal(0);
  });

  it('can load again after a failure', async () => {
    const {page, scripts} = await load('page.html', {proxyUrl: '/nowhere'});

    await scripts.load(settings());

    expect((page.Clerk as StandIn).loaded).to.equal(true);
  });

  it('gives up after fifteen seconds', async () => {
    const clock = new FakeClock();
    const page = await openPage('page.html');
    // A script element of another document never loads.
    const inert = document.implementation.createHTMLDocument();
    const stuck = {document: inert, location: page.location} as unknown as ClerkPage;

    const code = codeOf(new ClerkScripts(stuck, clock).load(settings()));
    await clock.advance(15_000);

    expect(await code).to.equal('network');
  });

  it('says that the Content-Security-Policy blocks the script', async () => {
    expect((await load('strict.html')).code).to.equal('csp-blocked');
  });

  it('goes through its own policy where the page wants Trusted Types', async () => {
    const {code, clerk} = await load('trusted-types.html');

    expect([code, clerk?.loaded]).to.deep.equal(['none', true]);
  });

  it('says which Trusted Types policy is missing', async () => {
    expect((await load('other-policies.html')).code).to.equal('csp-blocked');
  });

  it('puts nothing of a stranger on the page', async () => {
    const publishableKey = `pk_live_${btoa('clerk.evil.com$')}`;

    const {page, code} = await load('page.html', {publishableKey, proxyUrl: undefined});

    expect(code).to.equal('host-not-allowed');
    expect(ownScripts(page)).to.equal(0);
  });

  it('lets no markup of the page tell Clerk where to go', async () => {
    const page = await openPage('page.html');
    page.document.head.insertAdjacentHTML(
      'afterbegin',
      `<script data-clerk-proxy-url="https://evil.example"></script>`,
    );
    page.document.body.insertAdjacentHTML(
      'beforeend',
      '<a id="__clerk_proxy_url" href="https://evil.example"></a><img name="Clerk">',
    );
    const clerkJsUrl = `${SUPPORT}/stand-in-proxy/npm/@clerk/clerk-js@6/dist/clerk.browser.js`;
    const more = {proxyUrl: undefined, clerkJsUrl, trusted: true};

    const code = await codeOf(new ClerkScripts(page, systemClock).load(settings(more)));

    expect(code).to.equal('none');
    expect(page.Clerk).to.include({loaded: true, proxyUrl: ''});
  });
});
