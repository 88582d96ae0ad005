import {expect} from '@open-wc/testing';
import {toClerkScriptUrls} from '../../src/auth/clerk-origin.js';

/** A page at `origin` whose browser takes cookies for `cookieDomains` only. */
function pageAt(origin: string, ...cookieDomains: string[]) {
  let cookie = '';
  return {
    location: {origin, hostname: new URL(origin).hostname},
    document: {
      get cookie() {
        return cookie;
      },
      set cookie(text: string) {
        const domain = /domain=([^;]+)/.exec(text)?.[1] ?? '';
        if (cookieDomains.includes(domain)) cookie = /max-age=0/.test(text) ? '' : text;
      },
    },
  };
}

function keyOf(host: string, kind = 'live'): string {
  return `pk_${kind}_${btoa(`${host}$`)}`;
}

function scriptOf(
  settings: {host?: string; proxyUrl?: string; clerkJsUrl?: string; trusted?: boolean},
  page = pageAt('https://app.example.com', 'example.com'),
): string {
  const {host = 'calm-1.clerk.accounts.dev', trusted = false, ...more} = settings;
  try {
    return toClerkScriptUrls({publishableKey: keyOf(host), trusted, ...more}, page).clerk;
  } catch (error) {
    return (error as {code: string}).code;
  }
}

describe('toClerkScriptUrls', () => {
  it('finds both scripts on the host of the key', () => {
    const publishableKey = keyOf('calm-1.clerk.accounts.dev', 'test');

    const urls = toClerkScriptUrls({publishableKey, trusted: false}, pageAt('http://localhost'));

    expect(urls).to.deep.equal({
      clerk: 'https://calm-1.clerk.accounts.dev/npm/@clerk/clerk-js@6/dist/clerk.browser.js',
      ui: 'https://calm-1.clerk.accounts.dev/npm/@clerk/ui@1/dist/ui.browser.js',
    });
  });

  it('goes through a relative proxy, also over http', () => {
    const page = pageAt('http://localhost:4321');

    expect(scriptOf({host: 'clerk.other.com', proxyUrl: '/__clerk'}, page)).to.equal(
      'http://localhost:4321/__clerk/npm/@clerk/clerk-js@6/dist/clerk.browser.js',
    );
  });

  const allowed = ['clerk.example.com', 'clerk.app.example.com', 'calm-1.clerk.accounts.dev'];
  for (const host of allowed) {
    it(`lets markup choose ${host} on app.example.com`, () => {
      expect(scriptOf({host})).to.contain(`https://${host}/`);
    });
  }

  const denied = [
    'clerk.evil.com',
    'example.com',
    'evil.clerk.example.com',
    'clerk.com',
    'clerk.ample.com',
    'clerk.accounts.dev.evil.com',
    'clerk.evilaccounts.dev',
    'evilclerk.accounts.dev',
  ];
  for (const host of denied) {
    it(`does not let markup choose ${host} on app.example.com`, () => {
      expect(scriptOf({host})).to.equal('host-not-allowed');
    });
  }

  it('does not take a public suffix for the domain of the page', () => {
    const page = pageAt('https://victim.github.io');

    expect(scriptOf({host: 'clerk.github.io'}, page)).to.equal('host-not-allowed');
  });

  it('leaves no cookie behind', () => {
    const page = pageAt('https://app.example.com', 'example.com');

    scriptOf({host: 'clerk.example.com'}, page);

    expect(page.document.cookie).to.equal('');
  });

  for (const proxyUrl of ['https://evil.com/clerk', '//evil.com/clerk', '/\\evil.com']) {
    it(`does not let markup choose the proxy ${proxyUrl}`, () => {
      expect(scriptOf({proxyUrl})).to.equal('host-not-allowed');
    });
  }

  it('does not let markup choose the script', () => {
    expect(scriptOf({clerkJsUrl: '/clerk.js'})).to.equal('host-not-allowed');
  });

  it('lets the page itself choose anything over http', () => {
    expect(scriptOf({host: 'clerk.evil.com', trusted: true})).to.contain('https://clerk.evil.com/');
    expect(scriptOf({proxyUrl: 'https://proxy.dev/c/', trusted: true})).to.equal(
      'https://proxy.dev/c/npm/@clerk/clerk-js@6/dist/clerk.browser.js',
    );
    expect(scriptOf({clerkJsUrl: 'https://cdn.dev/c.js', trusted: true})).to.equal(
      'https://cdn.dev/c.js',
    );
  });

  it('takes no script address that is not http', () => {
    expect(scriptOf({clerkJsUrl: 'data:text/javascript,1', trusted: true})).to.equal(
      'misconfigured',
    );
  });

  const badKeys = ['', 'sk_test_abc', 'pk_test_', 'pk_test_####', `pk_live_${btoa('no dollar')}`];
  badKeys.push(keyOf('evil.com/x?.clerk.accounts.dev'), keyOf('a@evil.com#.clerk.accounts.dev'));
  for (const publishableKey of badKeys) {
    it(`does not read the key "${publishableKey}"`, () => {
      const page = pageAt('https://app.example.com');

      expect(() => toClerkScriptUrls({publishableKey, trusted: true}, page)).to.throw(
        'clerk-publishable-key',
      );
    });
  }
});
