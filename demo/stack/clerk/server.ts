// A stand-in for Clerk's Frontend API: enough for the real clerk-js and its UI to sign people in,
// switch organizations and mint template tokens on loopback. It guards nothing: passwords are
// public, and whoever reaches the port may change its state.

import {once} from 'node:events';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {createClerkCore} from './clerk-core.js';
import type {ClerkSettings} from './clerk-core.js';
import {applyControl} from './control.js';
import type {ControlRequest} from './control.js';
import {demoOrganizations, demoUsers} from './demo-people.js';
import type {DemoOrganization, DemoUser} from './demo-people.js';
import {createRequestListener} from './request-listener.js';
import type {ClerkFaults} from './request-listener.js';
import {RequestLog} from './request-log.js';
import type {LoggedRequest} from './request-log.js';
import type {MintTemplateToken} from './template-token.js';

const HOST = '127.0.0.1';

/** Options of {@link startClerk}; port 0 takes a free one. */
export interface StartClerkOptions {
  readonly port: number;
  readonly settings: ClerkSettings;
  readonly mintTemplateToken?: MintTemplateToken;
  readonly faults?: ClerkFaults;
  /** Epoch milliseconds. @default the system's clock */
  readonly clock?: {now(): number};
  /** Receives one line per answered request. */
  readonly log?: (line: string) => void;
}

/** A running stand-in. */
export interface RunningClerk {
  readonly url: string;
  readonly publishableKey: string;
  readonly users: readonly DemoUser[];
  readonly organizations: readonly DemoOrganization[];
  /** Answered requests without their query strings, oldest first. */
  readonly requests: readonly LoggedRequest[];
  /** Does what `POST /__control` does. */
  control(request: ControlRequest): void;
  close(): Promise<void>;
}

/** Starts the stand-in on 127.0.0.1; rejects with Node's error where the port is taken. */
export async function startClerk(options: StartClerkOptions): Promise<RunningClerk> {
  const {settings, faults, clock = Date, log} = options;
  let url = '';
  const core = await createClerkCore({
    settings,
    clock: {now: () => clock.now() + (faults?.clockSkewMs ?? 0)},
    issuer: () => url,
    mintTemplateToken: options.mintTemplateToken,
  });
  const requestLog = new RequestLog(log);
  const listener = createRequestListener({core, requestLog, faults});
  const server = createServer((request, response) => void listener(request, response));
  server.listen(options.port, HOST);
  await once(server, 'listening');
  url = `http://${HOST}:${(server.address() as AddressInfo).port}`;

  return {
    url,
    publishableKey: publishableKey(settings.instance ?? 'development'),
    users: demoUsers,
    organizations: demoOrganizations,
    get requests() {
      return requestLog.entries;
    },
    control: (request) => applyControl(core, request),
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/**
 * A publishable key is `pk_test_` or `pk_live_` and the base64 of the API's host and a `$`. The
 * host is only a name, as pages reach the stand-in through a proxy path; clerk-js asks for a dev
 * browser only where that name ends like those of Clerk's development instances.
 */
function publishableKey(instance: 'development' | 'production'): string {
  const [prefix, host] =
    instance === 'development'
      ? ['pk_test_', 'local-stack.clerk.accounts.dev']
      : ['pk_live_', 'clerk.local-stack.test'];
  return `${prefix}${Buffer.from(`${host}$`).toString('base64')}`;
}
