import {launchBrowser} from './e2e/support/launch-browser.js';
import {serveBundle} from './serve-bundle.js';

const DRAW_TIMEOUT_MS = 30_000;

const page = (type: string) => `<!doctype html>
<html lang="en">
  <link rel="icon" href="data:," />
  <body>
    <tinybird-chart pipe="visits" type="${type}" tenancy="none" loading="eager"></tinybird-chart>
    <script type="module">
      const encode = (value) => btoa(JSON.stringify(value)).replace(/=+$/, '');
      const now = Math.floor(Date.now() / 1000);
      const scopes = [{type: 'PIPES:READ', resource: 'visits', fixed_params: {}}];
      const claims = {iat: now, exp: now + 600, workspace_id: 'w', name: 'size', scopes};
      const data = Array.from({length: 48}, (_, hour) => ({
        time: new Date(Date.UTC(2026, 0, 1, hour)).toISOString().slice(0, 19).replace('T', ' '),
        visits: (hour * 37) % 100,
      }));
      const meta = [{name: 'time', type: 'DateTime'}, {name: 'visits', type: 'UInt64'}];
      const body = JSON.stringify({meta, data, rows: data.length});
      const chart = document.querySelector('tinybird-chart');
      chart.getToken = async () => [{alg: 'HS256'}, claims, 0].map(encode).join('.');
      chart.fetch = async () => new Response(body, {headers: {'content-type': 'application/json'}});
      chart.addEventListener('tinybird-chart-load', () => (window.isLoaded = true));
    </script>
    <script type="module" src="/tinybird-chart.js"></script>
  </body>
</html>`;

/**
 * Draws one chart, query and token included, and returns the bundle's files that the browser asked
 * for, in order: the script of the tag first.
 *
 * @throws {Error} when the bundle is not built or the chart does not draw.
 */
export async function scriptsOfChart(type = 'line'): Promise<string[]> {
  const browser = await launchBrowser();
  try {
    const tab = await browser.newPage();
    const loaded: string[] = [];
    const problems: string[] = [];
    tab.on('pageerror', (error) => problems.push(error.message));
    await serveBundle(tab, page(type), (file) => loaded.push(file) > 0);
    try {
      await tab.waitForFunction('window.isLoaded === true', null, {timeout: DRAW_TIMEOUT_MS});
      await tab.waitForLoadState('networkidle');
    } catch (error) {
      const state = await tab.evaluate(
        `(({state, error}) => state + ' ' + (error ? error.message : ''))(document.querySelector('tinybird-chart'))`,
      );
      throw new Error(`No ${type} was drawn (${String(state)}). ${problems.join('; ')}`, {
        cause: error,
      });
    }
    return loaded;
  } finally {
    await browser.close();
  }
}
