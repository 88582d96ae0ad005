import type {Clock} from '../lib/clock.js';
import type {ClerkInstance} from './clerk-instance.js';
import type {ClerkOriginSettings} from './clerk-origin.js';
import type {ClerkPage} from './clerk-page.js';

/** Brings Clerk to a page that has none. */
export interface ClerkLoader {
  /** Clerk's UI constructor on its way, or null where this loader has loaded nothing. */
  readonly ui: Promise<unknown> | null;
  /** Tells whether this loader made `clerk`, so that it may call its `load()`. */
  owns(clerk: ClerkInstance): boolean;
  /**
   * Puts a started Clerk on the page, unless another script was faster.
   *
   * @throws {ConfigurationError | HostNotAllowedError | CspBlockedError | NetworkError}
   */
  load(settings: ClerkOriginSettings): Promise<void>;
}

/** Returns a loader whose own code comes when it is needed: most pages bring their Clerk. */
export function createClerkLoader(page: ClerkPage, clock: Clock): ClerkLoader {
  let loader: ClerkLoader | null = null;
  return {
    get ui() {
      return loader?.ui ?? null;
    },
    owns: (clerk) => loader?.owns(clerk) ?? false,
    async load(settings) {
      const {ClerkScripts} = await import('./clerk-scripts.js');
      loader ??= new ClerkScripts(page, clock);
      return loader.load(settings);
    },
  };
}
