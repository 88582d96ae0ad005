import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import type {NumberFormatName} from '../../src/series/column-options.js';
import {createValueFormat} from '../../src/series/format-value.js';

const page = readFileSync(new URL('../../demo/docs/formats.md', import.meta.url), 'utf8');
const rows = [...page.matchAll(/^\| `(\S+)` +\| (.+?) +\| (.+?) +\|/gm)];

describe('the table of number formats', () => {
  it('names all of them', () => {
    assert.deepEqual(
      rows.map(([, name]) => name),
      ['compact', 'decimal', 'percent', 'bytes', 'bytes-binary', 'duration', 'currency:EUR'],
    );
  });

  for (const [, name, short, full] of rows) {
    it(`shows what ${name} writes`, () => {
      const format = createValueFormat({
        locale: 'en',
        timeZone: 'UTC',
        numberFormat: name as NumberFormatName,
      });

      assert.equal(format.short(1234.5, 'value'), short);
      assert.equal(format.full(1234.5, 'value'), full);
    });
  }
});
