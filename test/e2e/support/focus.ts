import type {Page} from 'playwright-core';

/**
 * Gives a tab the focus or takes it away, as far as the page can tell: browsers driven by tests call
 * every tab focused.
 */
export async function setFocus(page: Page, hasFocus: boolean): Promise<void> {
  await page.evaluate((given) => {
    Document.prototype.hasFocus = () => given;
    window.dispatchEvent(new Event(given ? 'focus' : 'blur'));
  }, hasFocus);
}

/** Takes the visitor from one tab to another. */
export async function moveFocus(from: Page, to: Page): Promise<void> {
  await setFocus(from, false);
  await setFocus(to, true);
}

/** Shows or hides a tab, as far as the page can tell. */
export async function setVisible(page: Page, isVisible: boolean): Promise<void> {
  await page.evaluate((given) => {
    const state = given ? 'visible' : 'hidden';
    Object.defineProperty(Document.prototype, 'visibilityState', {
      configurable: true,
      get: () => state,
    });
    Object.defineProperty(Document.prototype, 'hidden', {configurable: true, get: () => !given});
    document.dispatchEvent(new Event('visibilitychange', {bubbles: true}));
  }, isVisible);
}
