import {after, afterEach, before, beforeEach} from 'node:test';
import type {Browser, BrowserContextOptions, Page} from 'playwright-core';
import {type ChartPage, chartPage} from './chart-page.js';
import {launchBrowser} from './launch-browser.js';
import {newPage, type TestPage} from './new-page.js';
import {type HostedAnswer, type PageHost, startPageHost} from './page-host.js';
import {forgetClerkRequests} from './requests.js';
import {startTestStack, type TestStack} from './test-stack.js';

/** Longest wait for anything a page should do, on a busy machine. */
const PATIENCE_MS = 30_000;

/** What the tests of one file work with. Usable inside hooks and tests only. */
export interface Scene {
  readonly stack: TestStack;
  readonly host: PageHost;
  readonly browser: Browser;
  /** Opens a page in a browser context of its own, closed after the test. */
  open(page: ChartPage, options?: BrowserContextOptions): Promise<TestPage>;
  /** The same for a document that the test writes itself. */
  openDocument(answer: HostedAnswer, options?: BrowserContextOptions): Promise<TestPage>;
  /** The same for a page of the demo, by its path. */
  openDemo(path: string, options?: BrowserContextOptions): Promise<TestPage>;
  /** Opens a page in the context of another, as a second tab. */
  openTab(beside: Page, page: ChartPage): Promise<Page>;
}

/** Starts browser, page host and stack around the tests of a `describe`; resets between tests. */
export function useScene(): Scene {
  let started: {stack: TestStack; browser: Browser; host: PageHost} | undefined;
  let opened: TestPage[] = [];
  let pages = 0;
  const now = () => {
    if (!started) throw new Error('The scene is used outside its tests.');
    return started;
  };
  const putAnswer = (answer: HostedAnswer) => now().host.put(`/page-${++pages}`, answer);
  const put = (page: ChartPage) => putAnswer(chartPage(now().stack, page));
  const openUrl = async (url: string, options?: BrowserContextOptions) => {
    const visit = await newPage(now().browser, options);
    opened = [...opened, visit];
    visit.page.context().setDefaultTimeout(PATIENCE_MS);
    await visit.page.goto(url);
    return visit;
  };

  before(async () => {
    const stack = await startTestStack();
    const browser = await launchBrowser();
    started = {stack, browser, host: await startPageHost(stack.description.clerk.url)};
  });
  after(async () => {
    await started?.browser.close();
    await started?.host.close();
    await started?.stack.close();
  });
  beforeEach(async () => {
    await now().stack.reset();
    await forgetClerkRequests(now().stack);
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((page) => page.close()));
  });

  return {
    get stack() {
      return now().stack;
    },
    get host() {
      return now().host;
    },
    get browser() {
      return now().browser;
    },
    open: (page, options) => openUrl(put(page), options),
    openDocument: (answer, options) => openUrl(putAnswer(answer), options),
    openDemo: (path, options) => openUrl(`${now().stack.origin}${path}`, options),
    openTab: async (beside, page) => {
      const tab = await beside.context().newPage();
      await tab.goto(put(page));
      return tab;
    },
  };
}
