import {once} from 'node:events';
import {createServer, request as httpRequest} from 'node:http';
import type {IncomingMessage, ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {CLERK_PROXY_PATH} from '../../../demo/stack/clerk/request-listener.js';
import type {RunningClerk} from '../../../demo/stack/clerk/server.js';

/** A page on its own origin that reaches the stand-in through a relative proxy. */
export interface TestPage {
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves one HTML page with clerk-js and its UI, and passes `/__clerk` on to the stand-in. */
export async function startTestPage(clerk: RunningClerk): Promise<TestPage> {
  const html = pageHtml(clerk.publishableKey);
  const server = createServer((request, response) => {
    if (request.url?.startsWith(`${CLERK_PROXY_PATH}/`)) {
      passOn(clerk, request, response);
      return;
    }
    if (request.url === '/favicon.ico') return response.writeHead(204).end();
    return response.writeHead(200, {'content-type': 'text/html'}).end(html);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function passOn(clerk: RunningClerk, request: IncomingMessage, response: ServerResponse): void {
  const onward = httpRequest(
    `${clerk.url}${request.url}`,
    {method: request.method ?? 'GET', headers: request.headers},
    (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    },
  );
  onward.on('error', () => response.destroy());
  request.pipe(onward);
}

function pageHtml(publishableKey: string): string {
  const dist = (name: string, version: number) =>
    `${CLERK_PROXY_PATH}/npm/@clerk/${name}@${version}/dist`;
  return `<!doctype html>
<html lang="en"><title>Clerk stand-in</title>
<div id="mount"></div>
<script src="${dist('clerk-js', 6)}/clerk.browser.js"
  data-clerk-publishable-key="${publishableKey}" data-clerk-proxy-url="${CLERK_PROXY_PATH}"></script>
<script src="${dist('ui', 1)}/ui.browser.js"></script>
</html>`;
}
