import type {Browser, BrowserContextOptions, Page} from 'playwright-core';

/** A page in a browser context of its own, with what it complained about. */
export interface TestPage {
  readonly page: Page;
  /** Console messages of type error or warning, and uncaught errors, oldest first. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

// Clerk's unavoidable remark about development keys, and the browser's about missing icons.
const EXPECTED = [/development keys/i, /favicon\.ico/];

// `__name` is what tsx wraps around functions before they are sent to the page.
const INIT_SCRIPT = `
  Object.defineProperty(Navigator.prototype, 'webdriver', {get: () => false});
  globalThis.__name = (value) => value;
`;

/**
 * Opens a page that looks like a visitor's: clerk-js takes another path where `navigator.webdriver`
 * is true. English and UTC unless the options say otherwise.
 */
export async function newPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<TestPage> {
  const context = await browser.newContext({
    locale: 'en-US',
    timezoneId: 'UTC',
    // A page that a test fulfils itself does not count as coming from loopback.
    permissions: ['local-network-access'],
    ...options,
  });
  await context.addInitScript({content: INIT_SCRIPT});
  const page = await context.newPage();
  const complaints: string[] = [];
  const complain = (text: string) => {
    if (!EXPECTED.some((pattern) => pattern.test(text))) complaints.push(text);
  };
  page.on('console', (message) => {
    if (!['error', 'warning'].includes(message.type())) return;
    complain(`${message.type()}: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => complain(`uncaught: ${error.message}`));
  return {page, complaints, close: () => context.close()};
}
