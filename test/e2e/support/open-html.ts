import type {Page} from 'playwright-core';
import type {TestStack} from './test-stack.js';

/** A page of a test's own, served from the stack's origin. */
export interface HtmlPage {
  readonly body: string;
  /** @default '' */
  readonly head?: string;
  /** Whether the page runs Clerk itself, as most apps do. @default true */
  readonly hasClerk?: boolean;
  /** Attributes of the element's script tag. @default '' */
  readonly scriptAttributes?: string;
  /** For instance a Content-Security-Policy. @default none */
  readonly headers?: Readonly<Record<string, string>>;
  /** @default '/test-page' */
  readonly path?: string;
}

/** Opens a page made of the given HTML plus the scripts of Clerk and of the element. */
export async function openHtml(page: Page, stack: TestStack, html: HtmlPage): Promise<void> {
  const {path = '/test-page', headers = {}} = html;
  const url = `${stack.origin}${path}`;
  await page.route(url, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: {...headers},
      body: documentOf(stack, html),
    }),
  );
  await page.goto(url);
}

function documentOf(stack: TestStack, html: HtmlPage): string {
  const {head = '', body, hasClerk = true, scriptAttributes = ''} = html;
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Test page</title>
    <link rel="icon" href="data:," />
    ${hasClerk ? clerkTags(stack) : ''}
    <script type="module" src="/tinybird-chart.js" ${scriptAttributes}></script>
    ${head}
  </head>
  <body>${body}</body>
</html>`;
}

function clerkTags(stack: TestStack): string {
  const {publishableKey, proxyUrl} = stack.description.clerk;
  return `<script src="${String(proxyUrl)}/npm/@clerk/clerk-js@6/dist/clerk.browser.js"
      data-clerk-publishable-key="${publishableKey}"
      data-clerk-proxy-url="${String(proxyUrl)}"></script>
    <script>window.clerkLoaded = window.Clerk.load({telemetry: false});</script>`;
}
