import {expect} from '@open-wc/testing';

const KEY = Symbol.for('tinybird-chart');

/** Runs a copy of the script in a page of its own that already has `found` under the shared name. */
async function shareOn(found: unknown): Promise<unknown> {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const scope = frame.contentWindow as Window & Record<symbol, unknown>;
  Object.defineProperty(scope, KEY, {value: found});
  const script = scope.document.createElement('script');
  script.type = 'module';
  script.textContent = `
    import {sharedOnPage} from '${new URL('../../src/lib/page-shared.ts', import.meta.url).href}';
    parent.postMessage(sharedOnPage('n', () => 'made'), '*');`;
  const answer = new Promise<unknown>((resolve) => {
    window.addEventListener('message', ({data}) => resolve(data), {once: true});
  });
  scope.document.body.append(script);
  return answer.finally(() => frame.remove());
}

describe('sharedOnPage', () => {
  for (const [what, found] of [
    ['text', 'mine'],
    ['no entries', {version: 1}],
    ['entries of another kind', {version: 1, entries: {has: () => true, get: () => 'theirs'}}],
    ['another version', {version: 0, entries: new Map([['n', 'theirs']])}],
  ] as const) {
    it(`keeps to itself where a page's script has left ${what}`, async () => {
      expect(await shareOn(found)).to.equal('made');
    });
  }
});
