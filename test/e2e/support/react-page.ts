import {after, before} from 'node:test';
import type {Browser} from 'playwright-core';
import {launchBrowser} from './launch-browser.js';
import {startPageHost, type PageHost} from './page-host.js';
import {bundleForPage, type ReactVersion} from './react-bundle.js';

/** In the page: a network that the test answers, and a visitor. */
const PRELUDE = `
  window.app = document.querySelector('#app');
  window.asked = [];
  window.visitor = 'ada';
  window.fetchRows = async (url) => {
    asked.push(url);
    const data = [{name: visitor}];
    return Response.json({meta: [{name: 'name', type: 'String'}], data, rows: 1});
  };
  window.getToken = () => Promise.resolve(visitor && 'token of ' + visitor);
  window.until = async (holds, what) => {
    for (let frame = 0; frame < 300; frame += 1) {
      if (holds()) return;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    throw new Error('In vain: ' + what);
  };
  window.h = kit.createElement;
  window.mount = (tree) => {
    const root = kit.createRoot(app);
    root.render(h(kit.StrictMode, null, tree));
    return root;
  };
`;

/** Starts a browser for a file of tests; returns what runs code in a page with this React. */
export function useReact(version: ReactVersion) {
  let browser: Browser;
  let host: PageHost;
  before(async () => {
    [browser, host] = await Promise.all([launchBrowser(), startPageHost(null)]);
    const body = await bundleForPage('react-app', version);
    host.put('/app.js', {body, headers: {'content-type': 'text/javascript'}});
  });
  after(async () => {
    await browser.close();
    await host.close();
  });
  return async (code: string, markup = '') => {
    const url = host.put('/page', {
      body: `<!doctype html><html lang="en"><div id="app">${markup}</div><script src="/app.js"></script>`,
    });
    const page = await browser.newPage();
    try {
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => {
        if (/error|warning/.test(message.type())) complaints.push(message.text());
      });
      await page.goto(url);
      await page.evaluate(PRELUDE);
      const result: unknown = await page.evaluate(`(async () => {${code}})()`);
      return {result, complaints: complaints.filter((text) => !/dev mode|favicon|404/.test(text))};
    } finally {
      await page.close();
    }
  };
}
