import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {CONTRACT_CASES} from '../../auth/contract/contract-cases.js';
import {launchTestBrowser} from '../clerk/clerk-page.js';
import {startTestClerk} from '../clerk/fapi-browser.js';
import {openRealTab} from './real-tab.js';

describe('clerk-js 6.40', () => {
  let browser: Browser;
  before(async () => {
    browser = await launchTestBrowser();
  });
  after(() => browser.close());

  for (const {name, expected, observe} of CONTRACT_CASES) {
    it(name, async () => {
      const standIn = await startTestClerk();
      const tab = await openRealTab(browser, standIn);
      try {
        assert.deepEqual(await observe(tab), expected);
      } finally {
        await tab.close();
        await standIn.close();
      }
    });
  }
});
