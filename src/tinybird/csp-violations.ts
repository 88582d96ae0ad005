import type {Clock} from '../lib/clock.js';

/** Knows which requests the page's Content-Security-Policy has stopped. */
export interface CspViolations {
  /** Tells whether a request to this origin was stopped, now or a moment after the call. */
  hasBlocked(origin: string): Promise<boolean>;
}

/** The violation event may come after `fetch` has failed; it is a task of its own. */
const GRACE_MS = 100;

/** Listens to the page's violation events from now on. */
export function watchCspViolations(clock: Clock, scope: EventTarget = document): CspViolations {
  const blocked = new Set<string>();
  scope.addEventListener('securitypolicyviolation', (event) => {
    const {blockedURI, disposition, effectiveDirective} = event as SecurityPolicyViolationEvent;
    if (disposition !== 'enforce' || effectiveDirective !== 'connect-src') return;
    if (URL.canParse(blockedURI)) blocked.add(new URL(blockedURI).origin);
  });
  return {
    async hasBlocked(origin) {
      if (!blocked.has(origin)) {
        await new Promise<void>((resolve) => void clock.setTimer(resolve, GRACE_MS));
      }
      return blocked.has(origin);
    },
  };
}
