// Own loader instead of Clerk's: relative proxies over http, Trusted Types, the rule of which
// hosts markup may choose, and a third of the bytes. Script names and attributes: Clerk docs,
// "Use script tags", and what clerk.browser.js reads.

import {NetworkError} from '../errors/network-error.js';
import {CspBlockedError} from '../errors/request-errors.js';
import type {Clock} from '../lib/clock.js';
import {timeLimit} from '../lib/time-limit.js';
import {type ClerkInstance, isClerkInstance, type OwnClerk} from './clerk-instance.js';
import {type ClerkOriginSettings, toClerkScriptUrls} from './clerk-origin.js';
import type {ClerkLoader} from './clerk-loader.js';
import {announcesClerk, clerkOf, type ClerkPage, OWN_SCRIPT} from './clerk-page.js';

/** Longest wait for a script, as in Clerk's own loader. */
const SCRIPT_LIMIT_MS = 15_000;

/** Violation reports arrive in a task of their own, shortly after the script's error event. */
const VIOLATION_WAIT_MS = 50;

/** Window properties that Clerk's script reads, and what it keeps or uses as it finds it. */
const CLERK_NAMES = ['Clerk', '__clerk_publishable_key', '__clerk_proxy_url', '__clerk_domain'];

/** Hides elements and frames whose name or id would pass for one of `CLERK_NAMES`. */
function hideNamedElements(page: ClerkPage): void {
  for (const name of CLERK_NAMES) {
    const isElement = name in page && !Object.hasOwn(page, name);
    if (isElement) (page as unknown as Record<string, unknown>)[name] = undefined;
  }
}

/** Loads Clerk and its UI into one page, once for all callers; a failed load can be repeated. */
export class ClerkScripts implements ClerkLoader {
  readonly #page: ClerkPage;
  readonly #clock: Clock;
  #flight: Promise<void> | null = null;
  #own: OwnClerk | null = null;
  #ui: Promise<unknown> | null = null;
  #toScriptUrl: ((url: string) => string) | null = null;

  constructor(page: ClerkPage, clock: Clock) {
    this.#page = page;
    this.#clock = clock;
  }

  get ui(): Promise<unknown> | null {
    return this.#ui;
  }

  owns(clerk: ClerkInstance): boolean {
    return clerk === this.#own;
  }

  load(settings: ClerkOriginSettings): Promise<void> {
    this.#flight ??= this.#load(settings).finally(() => {
      this.#flight = null;
    });
    return this.#flight;
  }

  async #load(settings: ClerkOriginSettings): Promise<void> {
    const page = this.#page;
    if (clerkOf(page) === undefined) {
      const urls = toClerkScriptUrls(settings, page);
      hideNamedElements(page);
      // All of them, and before any other script: Clerk's script asks the first tag that has each.
      const data = {
        'data-clerk-publishable-key': settings.publishableKey,
        'data-clerk-proxy-url': settings.proxyUrl ?? '',
        'data-clerk-domain': '',
      };
      this.#ui = this.#insert(urls.ui, {}).then(() => page.__internal_ClerkUICtor);
      // Clerk works without its UI: signing in then leads to Clerk's own pages.
      this.#ui.catch(() => undefined);
      await this.#insert(urls.clerk, data);
      // A script of the page that came at the same time would call load() itself.
      const arrived = clerkOf(page);
      if (isClerkInstance(arrived) && !announcesClerk(page)) this.#own = arrived as OwnClerk;
    }
    if (!this.#own || this.#own.loaded) return;
    const nonce = this.#nonce();
    const loading = this.#own.load({
      telemetry: false,
      ...(this.#ui && {ui: {ClerkUI: this.#ui}}),
      ...(nonce && {nonce}),
    });
    const late = () => new NetworkError('Clerk did not start within 15 s.');
    await timeLimit(loading, SCRIPT_LIMIT_MS, this.#clock, late);
  }

  #insert(url: string, attributes: Record<string, string>): Promise<void> {
    const {document} = this.#page;
    const script = document.createElement('script');
    for (const [name, value] of Object.entries(attributes)) script.setAttribute(name, value);
    script.setAttribute(OWN_SCRIPT, '');
    script.async = true;
    script.crossOrigin = 'anonymous';
    script.nonce = this.#nonce();
    const {origin} = new URL(url);
    const blocked = () =>
      new CspBlockedError(`The page's Content-Security-Policy blocks ${url}: allow ${origin}.`);
    const onViolation = (report: SecurityPolicyViolationEvent) => {
      if (report.blockedURI === url || report.blockedURI === origin) fail(blocked());
    };
    let fail: (error: Error) => void;
    const arrival = new Promise<void>((resolve, reject) => {
      fail = reject;
      document.addEventListener('securitypolicyviolation', onViolation);
      script.onload = () => resolve();
      script.onerror = () =>
        this.#clock.setTimer(
          () => reject(new NetworkError(`Clerk's script ${url} did not load.`)),
          VIOLATION_WAIT_MS,
        );
      script.src = this.#trust(url);
      document.head.prepend(script);
    });
    const late = () => new NetworkError(`Clerk's script ${url} did not come within 15 s.`);
    return timeLimit(arrival, SCRIPT_LIMIT_MS, this.#clock, late)
      .catch((error: unknown) => {
        script.remove();
        throw error;
      })
      .finally(() => document.removeEventListener('securitypolicyviolation', onViolation));
  }

  #trust(url: string): string {
    const {trustedTypes} = this.#page;
    if (!trustedTypes) return url;
    try {
      if (!this.#toScriptUrl) {
        const rules = {createScriptURL: (text: string) => text};
        const policy = trustedTypes.createPolicy('tinybird-chart', rules);
        this.#toScriptUrl = (text) => policy.createScriptURL(text);
      }
      return this.#toScriptUrl(url);
    } catch (cause) {
      throw new CspBlockedError(
        "The page's Content-Security-Policy lacks the policy: add trusted-types tinybird-chart.",
        {cause},
      );
    }
  }

  #nonce(): string {
    return this.#page.document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';
  }
}
