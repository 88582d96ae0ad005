import type {HostedAnswer} from './page-host.js';
import type {TestStack} from './test-stack.js';

/**
 * How a page comes by Clerk: it runs Clerk itself (with or without Clerk's UI), its script tag
 * holds the key so that the element loads Clerk, or there is none.
 */
export type PageClerk = 'own' | 'own-with-ui' | 'loaded' | 'none';

/** A page that a test writes. */
export interface ChartPage {
  readonly body: string;
  /** @default '' */
  readonly head?: string;
  /** @default 'own' */
  readonly clerk?: PageClerk;
  /** Attributes of the element's script tag besides `data-host`. @default '' */
  readonly scriptAttributes?: string;
  /** @default none */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Writes the document of a page: the stack's address on the script tag, Clerk, the body. */
export function chartPage(stack: TestStack, page: ChartPage): HostedAnswer {
  const {head = '', body, clerk = 'own', scriptAttributes = '', headers = {}} = page;
  const key = clerk === 'loaded' ? clerkAttributes(stack, 'data-') : '';
  return {
    headers: {'content-type': 'text/html; charset=utf-8', ...headers},
    body: `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Test page</title>
    <link rel="icon" href="data:," />
    <script type="module" src="/tinybird-chart.js"
      data-host="${stack.description.tinybird.host}" ${key} ${scriptAttributes}></script>
    ${head}
  </head>
  <body>
    ${body}
    ${clerk === 'own' || clerk === 'own-with-ui' ? clerkTags(stack, clerk === 'own-with-ui') : ''}
  </body>
</html>`,
  };
}

/** The attributes that make the element load Clerk, for a chart or, with `data-`, a script tag. */
export function clerkAttributes(stack: TestStack, prefix = ''): string {
  const {publishableKey, proxyUrl} = stack.description.clerk;
  return `${prefix}clerk-publishable-key="${publishableKey}"
    ${prefix}clerk-proxy-url="${String(proxyUrl)}"`;
}

/** The tags with which a page runs Clerk by itself. */
export function clerkTags(stack: TestStack, hasUi = false): string {
  const {publishableKey, proxyUrl} = stack.description.clerk;
  const ui = hasUi ? ', ui: {ClerkUI: window.__internal_ClerkUICtor}' : '';
  const npm = `${String(proxyUrl)}/npm/@clerk`;
  return `${hasUi ? `<script src="${npm}/ui@1/dist/ui.browser.js"></script>` : ''}
    <script src="${npm}/clerk-js@6/dist/clerk.browser.js"
      data-clerk-publishable-key="${publishableKey}"
      data-clerk-proxy-url="${String(proxyUrl)}"></script>
    <script>window.Clerk.load({telemetry: false${ui}});</script>`;
}
