import {ClerkFinder, type ClerkFinderSettings} from '../../../src/auth/clerk-finder.js';
import type {ClerkInstance} from '../../../src/auth/clerk-instance.js';
import type {ClerkOriginSettings} from '../../../src/auth/clerk-origin.js';
import type {ClerkPage} from '../../../src/auth/clerk-page.js';
import {Poller} from '../../../src/lib/poller.js';
import {FakeActivity} from '../../support/fake-activity.js';
import {FakeClock} from '../../support/fake-clock.js';

/** A loader that records what it is asked to load, and settles as the test says. */
export class FakeLoader {
  readonly ui = null;
  readonly asked: ClerkOriginSettings[] = [];
  own: ClerkInstance | null = null;
  answer: () => Promise<void> = () => Promise.resolve();

  load(settings: ClerkOriginSettings): Promise<void> {
    this.asked.push(settings);
    return this.answer();
  }

  owns(clerk: ClerkInstance): boolean {
    return clerk === this.own;
  }
}

/** An empty page in a frame, its clock and one finder. */
export function finderPage(settings: Partial<ClerkFinderSettings> = {}) {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const page = frame.contentWindow as ClerkPage;
  const clock = new FakeClock();
  const activity = new FakeActivity();
  const loader = new FakeLoader();
  const poller = new Poller({clock, activity});
  const finder = new ClerkFinder(
    {trusted: false, ...settings},
    {page, clock, activity, poller, loader},
  );
  return {page, clock, activity, loader, poller, finder, remove: () => frame.remove()};
}
