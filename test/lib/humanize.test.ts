import {expect} from '@open-wc/testing';
import {humanize} from '../../src/lib/humanize.js';

describe('humanize', () => {
  for (const [name, words] of [
    ['avg_session_sec', 'Avg session sec'],
    ['avgSessionSec', 'Avg session sec'],
    ['visits', 'Visits'],
    ['p95-latency', 'P95 latency'],
    ['URL_count', 'URL count'],
    ['größe', 'Größe'],
    ['__', '__'],
    ['', ''],
  ] as const) {
    it(`turns "${name}" into "${words}"`, () => {
      expect(humanize(name)).to.equal(words);
    });
  }
});
