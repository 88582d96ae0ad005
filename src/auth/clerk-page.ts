/** A window as far as Clerk's scripts are concerned. */
export interface ClerkPage extends Pick<
  Window,
  'document' | 'location' | 'addEventListener' | 'removeEventListener'
> {
  /** Clerk's instance, or whatever else has this name. */
  Clerk?: unknown;
  __clerk_publishable_key?: unknown;
  __internal_ClerkUICtor?: unknown;
  /** Policies return `TrustedScriptURL`, which stands wherever a script's address may. */
  readonly trustedTypes?: {
    createPolicy(
      name: string,
      rules: {createScriptURL(url: string): string},
    ): {createScriptURL(url: string): string};
  };
}

/** Marks the scripts that this package puts on a page. */
export const OWN_SCRIPT = 'data-tinybird-chart';

/**
 * What a script has set as `window.Clerk`. A browser offers elements and frames under their name or
 * id too, which markup could choose: those are never properties of the window's own.
 */
export function clerkOf(page: ClerkPage): unknown {
  return Object.hasOwn(page, 'Clerk') ? page.Clerk : undefined;
}

/** Tells whether the page is about to bring its own Clerk. */
export function announcesClerk(page: ClerkPage): boolean {
  const selectors = [
    'script[data-clerk-publishable-key]',
    'script[data-clerk-js-script]',
    'script[src*="/@clerk/clerk-js"]',
    'script[src*="clerk.browser.js"]',
  ].map((selector) => `${selector}:not([${OWN_SCRIPT}])`);
  const isNamed = Object.hasOwn(page, '__clerk_publishable_key') && page.__clerk_publishable_key;
  return Boolean(isNamed) || page.document.querySelector(selectors.join()) !== null;
}
