import type {Browser, CDPSession, Page} from 'playwright-core';
import {newPage} from '../e2e/support/new-page.js';
import type {BenchServer} from './bench-server.js';
import {bundle, type ContenderName} from './contenders.js';
import type {BenchQuery} from './contender.js';

/** Size of each drawing in CSS px. */
const STYLE = 'body{margin:0}.holder{width:1000px;height:400px;overflow:hidden}';

/** What pages are seen in. */
export const VIEW = {viewport: {width: 1100, height: 900}};

const MAIN_THREAD = 'TaskDuration';

/** A page with one contender, and what its main thread does. */
export interface BenchPage {
  readonly page: Page;
  readonly cdp: CDPSession;
  /** Calls a function of the page's `bench` and gives its result. */
  call(name: string, ...args: readonly unknown[]): Promise<unknown>;
  /** CPU milliseconds that the main thread spends on such a call; waiting does not count. */
  taskMs(name: string, ...args: readonly unknown[]): Promise<number>;
  /** The same for anything that happens meanwhile. */
  spentWhile(happens: () => Promise<unknown>): Promise<number>;
  close(): Promise<void>;
}

/** The tag of the element's script. */
const TAG = '<script type="module" src="/tinybird-chart/tinybird-chart.js"></script>';

/** Writes the page of a contender; returns its address. `tags` load the element. */
export async function putPage(
  server: BenchServer,
  name: ContenderName,
  tail = '',
  tags = TAG,
): Promise<string> {
  const script = server.put(`/${name}.js`, 'text/javascript', await bundle(name));
  const prelude = server.put('/prelude.js', 'text/javascript', await bundle('prelude'));
  const element = name === 'element' ? tags : '';
  return server.put(
    tags === TAG ? `/${name}` : `/${name}-tags`,
    'text/html',
    `<!doctype html><html lang="en"><meta charset="utf-8" /><link rel="icon" href="data:," />
    <style>${STYLE}</style><title>${name}</title><body>${element}
    <script type="module" src="${prelude}"></script>
    <script type="module" src="${script}"></script>${tail}</body></html>`,
  );
}

/** Opens the page of a contender in a context of its own; `initScript` runs before its scripts. */
export async function openPage(
  browser: Browser,
  server: BenchServer,
  name: ContenderName,
  initScript = '',
): Promise<BenchPage> {
  const address = await putPage(server, name);
  const {page, close} = await newPage(browser, VIEW);
  await page.addInitScript({content: initScript});
  await page.goto(address);
  await page.waitForFunction('globalThis.bench && globalThis.contender');
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', {timeDomain: 'threadTicks'});
  const spentMs = async () => {
    const {metrics} = await cdp.send('Performance.getMetrics');
    return (metrics.find(({name: metric}) => metric === MAIN_THREAD)?.value ?? NaN) * 1_000;
  };
  const call = (method: string, ...args: readonly unknown[]) =>
    page.evaluate(`globalThis.bench[${JSON.stringify(method)}](...${JSON.stringify(args)})`);
  const spentWhile = async (happens: () => Promise<unknown>) => {
    const before = await spentMs();
    await happens();
    return (await spentMs()) - before;
  };
  return {
    page,
    cdp,
    call,
    spentWhile,
    taskMs: (method, ...args) => spentWhile(() => call(method, ...args)),
    close,
  };
}

/** A query for so many rows; every version is another answer. */
export function benchQuery(
  server: BenchServer,
  rows: number,
  version: number,
  pipe = 'line',
): BenchQuery {
  return queryOf(server, {rows: `${rows}`, version: `${version}`}, pipe);
}

/** A query for so many rows, of which each answer is another. */
export function changingQuery(server: BenchServer, rows: number, pipe = 'line'): BenchQuery {
  return queryOf(server, {rows: `${rows}`}, pipe);
}

function queryOf(
  server: BenchServer,
  params: Readonly<Record<string, string>>,
  pipe: string,
): BenchQuery {
  const url = `${server.origin}/v0/pipes/${pipe}.json?${new URLSearchParams(params).toString()}`;
  return {url, host: server.origin, pipe, token: unsignedToken(pipe), params};
}

/** A token that is well-formed and in time; the bench's server does not read it. */
export function unsignedToken(pipe: string): string {
  const now = Math.floor(Date.now() / 1_000);
  const claims = {
    iat: now,
    exp: now + 3_600,
    workspace_id: 'bench',
    name: 'bench',
    scopes: [{type: 'PIPES:READ', resource: pipe, fixed_params: {}}],
  };
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return [{alg: 'HS256'}, claims, 0].map(encode).join('.');
}
