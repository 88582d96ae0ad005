import {expect} from '@open-wc/testing';
import {CONTRACT_CASES} from './contract-cases.js';
import {openScriptedTab} from './scripted-tab.js';

describe('The scripted Clerk', () => {
  for (const {name, expected, observe} of CONTRACT_CASES) {
    it(name, async () => {
      expect(await observe(openScriptedTab())).to.deep.equal(expected);
    });
  }
});
