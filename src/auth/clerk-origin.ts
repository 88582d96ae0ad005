// Which hosts a page's markup may load Clerk from. Injected markup must not be able to run a
// stranger's script or send the visitor's session to him.

import {ConfigurationError, HostNotAllowedError} from '../errors/configuration-error.js';

/** What says where Clerk comes from. */
export interface ClerkOriginSettings {
  readonly publishableKey: string;
  readonly proxyUrl?: string | undefined;
  readonly clerkJsUrl?: string | undefined;
  /** True for settings of `configure()` or of the script tag, false for an element's. */
  readonly trusted: boolean;
}

/** Addresses of Clerk's two scripts. */
export interface ClerkScriptUrls {
  readonly clerk: string;
  readonly ui: string;
}

/** The parts of a page that decide what it may load. */
export interface OriginPage {
  readonly location: Pick<Location, 'origin' | 'hostname'>;
  readonly document: Pick<Document, 'cookie'>;
}

/**
 * Returns where Clerk's scripts are.
 *
 * @throws {ConfigurationError} for a key or address that cannot be read.
 * @throws {HostNotAllowedError} for a host that an element's attributes may not choose.
 */
export function toClerkScriptUrls(
  settings: ClerkOriginSettings,
  page: OriginPage,
): ClerkScriptUrls {
  const {proxyUrl, clerkJsUrl, trusted} = settings;
  const host = frontendApiOf(settings.publishableKey);
  const proxy = proxyUrl ? parseUrl(proxyUrl, page, 'clerk-proxy-url') : null;
  if (!trusted) {
    if (clerkJsUrl) throw notAllowed('clerk-js-url');
    if (proxy ? proxy.origin !== page.location.origin : !isOwnClerkHost(host, page)) {
      throw notAllowed(proxy ? `clerk-proxy-url ${proxy.origin}` : `Clerk host ${host}`);
    }
  }
  const base = proxy ? proxy.origin + proxy.pathname.replace(/\/$/, '') : `https://${host}`;
  return {
    clerk: clerkJsUrl
      ? parseUrl(clerkJsUrl, page, 'clerk-js-url').href
      : `${base}/npm/@clerk/clerk-js@6/dist/clerk.browser.js`,
    ui: `${base}/npm/@clerk/ui@1/dist/ui.browser.js`,
  };
}

/**
 * Host of Clerk's Frontend API. Sample: `pk_test_` + base64 of `name.clerk.accounts.dev$`.
 *
 * @throws {ConfigurationError} for a text that is no publishable key.
 */
export function frontendApiOf(publishableKey: string): string {
  const encoded = /^pk_(?:test|live)_([\w+/=-]+)$/.exec(publishableKey)?.[1] ?? '';
  try {
    const host = /^([a-z0-9.-]+(?::\d+)?)\$$/i.exec(atob(encoded))?.[1];
    if (host) return host.toLowerCase();
  } catch {
    // Not base64: the same mistake as a missing host.
  }
  throw new ConfigurationError(
    'clerk-publishable-key is not a key of Clerk: copy pk_test_… or pk_live_… from its dashboard.',
  );
}

function isOwnClerkHost(host: string, page: OriginPage): boolean {
  if (host.endsWith('.clerk.accounts.dev')) return true;
  if (!host.startsWith('clerk.')) return false;
  const domain = host.slice('clerk.'.length);
  const {hostname} = page.location;
  if (domain === hostname) return true;
  return hostname.endsWith(`.${domain}`) && ownsCookiesOf(domain, page.document);
}

/**
 * Browsers take no cookie for a public suffix (`co.uk`, `github.io`), below which anybody can
 * register `clerk.`: the only list of them that a page can ask.
 */
function ownsCookiesOf(domain: string, document: OriginPage['document']): boolean {
  const name = 'tinybird-chart-probe';
  const write = (maxAge: number) => {
    document.cookie = `${name}=1; domain=${domain}; path=/; max-age=${maxAge}; SameSite=Strict`;
  };
  write(5);
  const isTaken = document.cookie.includes(`${name}=1`);
  if (isTaken) write(0);
  return isTaken;
}

function parseUrl(text: string, page: OriginPage, name: string): URL {
  const url = URL.canParse(text, page.location.origin) ? new URL(text, page.location.origin) : null;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new ConfigurationError(`${name} is not an http(s) address.`);
  }
  return url;
}

function notAllowed(what: string): HostNotAllowedError {
  return new HostNotAllowedError(
    `An element may not choose the ${what}: set it with configure() or on the script tag.`,
  );
}
