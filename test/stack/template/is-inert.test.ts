import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {isInert} from './is-inert.js';

describe('the check for inert SQL', () => {
  for (const sql of [
    `'a' OR 1=1`,
    `'a''`,
    '`a` FROM t',
    `['a'] OR 1`,
    '1 OR 1',
    "toInt8('1') + 1",
  ]) {
    it(`sees through ${sql}`, () => {
      assert.equal(isInert(sql), false);
    });
  }

  for (const sql of [`'a'`, `['a',['b',1]]`, '(1,)', '`a`.`b`', "toInt8('1')", `a in ['b']`]) {
    it(`accepts ${sql}`, () => {
      assert.equal(isInert(sql), true);
    });
  }
});
