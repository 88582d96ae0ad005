import {expect} from '@open-wc/testing';
import type {Clerk} from '@clerk/clerk-js';
import {type ClerkInstance, isClerkInstance} from '../../src/auth/clerk-instance.js';

/** Compiles only while Clerk's own type fits the structure that this package asks for. */
const asInstance = (clerk: Clerk): ClerkInstance => clerk;

describe('isClerkInstance', () => {
  const cases: [string, unknown, boolean][] = [
    ['a Clerk object', {loaded: false, addListener: asInstance}, true],
    ['nothing', undefined, false],
    ['null', null, false],
    ['a constructor', Map, false],
    ['another object', {load: asInstance}, false],
  ];
  for (const [what, value, answer] of cases) {
    it(`says ${answer ? 'yes' : 'no'} to ${what}`, () => {
      expect(isClerkInstance(value)).to.equal(answer);
    });
  }
});
