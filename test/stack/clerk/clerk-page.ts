import type {Clerk} from '@clerk/clerk-js';
import {chromium} from 'playwright-core';
import type {Browser, JSHandle, Page} from 'playwright-core';
import type {RunningClerk} from '../../../demo/stack/clerk/server.js';
import {BROWSER_ARGS, ensureBrowser} from '../../browser.js';
import {startTestPage} from './page-server.js';
import type {TestPage} from './page-server.js';

// clerk-js retries less and loads otherwise where it sees an automated browser. `__name` is what
// tsx wraps around functions before they are sent to the page.
const INIT_SCRIPT = `
  Object.defineProperty(Navigator.prototype, 'webdriver', {get: () => false});
  globalThis.__name = (value) => value;
`;

// Every page with a pk_test_ key prints it.
const DEVELOPMENT_WARNING = 'Clerk has been loaded with development keys';

/** A page with the real clerk-js, loaded and talking to the stand-in. */
export interface ClerkPage {
  readonly page: Page;
  readonly clerk: JSHandle<Clerk>;
  /** Console warnings and errors, page errors, failed requests, and requests that leave the origin. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** Starts the browser the tests share. */
export function launchTestBrowser(): Promise<Browser> {
  return chromium.launch({executablePath: ensureBrowser(), args: [...BROWSER_ARGS]});
}

/** Serves a page, opens it in a browser context of its own and loads clerk-js with its UI. */
export async function openClerkPage(browser: Browser, standIn: RunningClerk): Promise<ClerkPage> {
  const served = await startTestPage(standIn);
  const context = await browser.newContext();
  await context.addInitScript({content: INIT_SCRIPT});
  const page = await context.newPage();
  const complaints: string[] = [];
  collectComplaints(page, served, complaints);
  return {
    page,
    clerk: await loadClerk(page, served.origin),
    complaints,
    close: async () => {
      await context.close();
      await served.close();
    },
  };
}

/** Opens the address in the page and loads clerk-js there, UI included. */
export async function loadClerk(page: Page, address: string): Promise<JSHandle<Clerk>> {
  await page.goto(address);
  const clerk = await page.evaluateHandle<Clerk>('Clerk');
  await clerk.evaluate(async (instance) => {
    const {__internal_ClerkUICtor: ClerkUI} = window as never;
    await instance.load({telemetry: false, ui: {ClerkUI}});
  });
  return clerk;
}

/** Signs in with a password and makes the new session active; returns its id. */
export async function signIn(clerk: JSHandle<Clerk>, name: string): Promise<string> {
  const organization = {ada: 'acme', grace: 'globex', ivan: 'initech'}[name] ?? 'nowhere';
  const credentials = {identifier: `${name}@${organization}.test`, password: `${name}-charts`};
  return clerk.evaluate(async (instance, given) => {
    const attempt = await instance.client?.signIn.create({...given, strategy: 'password'});
    const session = attempt?.createdSessionId ?? null;
    await instance.setActive({session});
    return session ?? '';
  }, credentials);
}

function collectComplaints(page: Page, served: TestPage, complaints: string[]): void {
  page.on('console', (message) => {
    const isProblem = ['warning', 'error'].includes(message.type());
    if (!isProblem || message.text().includes(DEVELOPMENT_WARNING)) return;
    complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`page error: ${error.message}`));
  page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
  page.on('request', (request) => {
    const url = request.url();
    const isOwn = [served.origin, `blob:${served.origin}`, 'data:'].some((prefix) =>
      url.startsWith(prefix),
    );
    if (!isOwn) complaints.push(`left the origin: ${url}`);
  });
}

/** Path of a session's template tokens, as the stand-in logs it. */
export function templatePath(sessionId: string, template = 'tinybird'): string {
  return `/v1/client/sessions/${sessionId}/tokens/${template}`;
}
