import type {Browser, Page} from 'puppeteer-core';
import type {EmulatedMedia} from './engine-window.js';

/** The part of a connection that puppeteer has for browsers and does not describe. */
interface BidiBrowser {
  readonly connection: {
    send(method: string, params: object): Promise<{readonly result: unknown}>;
  };
}

/** What a context of Firefox calls each kind of media. */
const OVERRIDES = {
  media: 'mediumOverride',
  colorScheme: 'prefersColorSchemeOverride',
  reducedMotion: 'prefersReducedMotionOverride',
  forcedColors: 'forcedColorsOverride',
} as const satisfies Record<keyof EmulatedMedia, string>;

/**
 * Emulates media in Firefox, which has no command for it: its own windows can, and code runs in
 * these under `--remote-allow-system-access`.
 */
export async function emulateInFirefox(
  browser: Browser,
  page: Page,
  media: EmulatedMedia,
): Promise<void> {
  const {connection} = browser as unknown as BidiBrowser;
  const {_id: id} = page.mainFrame() as unknown as {readonly _id: string};
  const tree = await connection.send('browsingContext.getTree', {'moz:scope': 'chrome'});
  const {contexts} = tree.result as {readonly contexts: readonly {readonly context: string}[]};
  const values = Object.entries(media).map(([kind, value]) => [
    OVERRIDES[kind as keyof EmulatedMedia],
    value,
  ]);
  const expression = `{
    const path = 'chrome://remote/content/shared/NavigableManager.sys.mjs';
    const {NavigableManager} = ChromeUtils.importESModule(path);
    const context = NavigableManager.getBrowsingContextById(${JSON.stringify(id)});
    Object.assign(context, ${JSON.stringify(Object.fromEntries(values))});
  }`;
  const answer = await connection.send('script.evaluate', {
    expression,
    target: {context: contexts[0]?.context},
    awaitPromise: false,
  });
  const {type, exceptionDetails} = answer.result as {
    readonly type: string;
    readonly exceptionDetails?: {readonly text: string};
  };
  if (type !== 'success') throw new Error(`No such media in Firefox: ${exceptionDetails?.text}`);
}
