import {expect} from '@open-wc/testing';
import {watchCspViolations} from '../../src/tinybird/csp-violations.js';
import {systemClock} from '../../src/lib/clock.js';
import {FakeClock} from '../support/fake-clock.js';

const origin = 'https://api.tinybird.co';

function watch() {
  const clock = new FakeClock();
  const page = new EventTarget();
  const violations = watchCspViolations(clock, page);
  const violate = (details: Partial<SecurityPolicyViolationEventInit> = {}) => {
    page.dispatchEvent(
      new SecurityPolicyViolationEvent('securitypolicyviolation', {
        blockedURI: `${origin}/v0/pipes/sales.json?x=1`,
        effectiveDirective: 'connect-src',
        disposition: 'enforce',
        ...details,
      }),
    );
  };
  const ask = async () => {
    const answer = violations.hasBlocked(origin);
    await clock.advance(100);
    return answer;
  };
  return {clock, violations, violate, ask};
}

describe('watchCspViolations', () => {
  it('knows an origin that was stopped', async () => {
    const {violate, ask} = watch();

    violate();

    expect(await ask()).to.equal(true);
  });

  it('waits a moment for an event that comes after the failure', async () => {
    const {clock, violations, violate} = watch();

    const answer = violations.hasBlocked(origin);
    await clock.advance(50);
    violate();
    await clock.advance(50);

    expect(await answer).to.equal(true);
  });

  it('does not take an ordinary failure for a violation', async () => {
    expect(await watch().ask()).to.equal(false);
  });

  const others: [string, Partial<SecurityPolicyViolationEventInit>][] = [
    ['another origin', {blockedURI: 'https://example.com/'}],
    ['a report that stops nothing', {disposition: 'report'}],
    ['an inline script', {effectiveDirective: 'script-src-elem', blockedURI: 'inline'}],
    ['an address that is none', {blockedURI: 'eval'}],
  ];
  for (const [what, details] of others) {
    it(`ignores ${what}`, async () => {
      const {violate, ask} = watch();

      violate(details);

      expect(await ask()).to.equal(false);
    });
  }

  it('hears the browser itself refuse a request', async () => {
    const frame = document.createElement('iframe');
    frame.srcdoc = `<meta http-equiv="Content-Security-Policy" content="connect-src 'self'">`;
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    document.body.append(frame);
    await loaded;
    const page = frame.contentWindow as Window & typeof globalThis;
    const violations = watchCspViolations(systemClock, page.document);

    const failure = await page
      .fetch(`${origin}/v0/pipes/sales.json`)
      .catch((error: unknown) => error);

    expect(String(failure)).to.contain('TypeError');
    expect(await violations.hasBlocked(origin)).to.equal(true);
    frame.remove();
  });
});
