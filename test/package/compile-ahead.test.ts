import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {describe, it} from 'node:test';

const CHUNKS = new URL('../../dist/cdn/chunks/', import.meta.url);

describe('files of the script tag', () => {
  for (const name of ['drawn-views', 'charting-parts'])
    it(`have ${name} compiled as it arrives`, () => {
      const file = readdirSync(CHUNKS).find((one) => one.startsWith(`${name}-`)) ?? '';
      const [first] = readFileSync(new URL(file, CHUNKS), 'utf8').split('\n');

      assert.equal(first, '//# allFunctionsCalledOnLoad');
    });
});
