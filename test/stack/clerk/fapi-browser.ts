import {startClerk} from '../../../demo/stack/clerk/server.js';
import type {RunningClerk, StartClerkOptions} from '../../../demo/stack/clerk/server.js';

/** Admin token of the test workspace: the HS256 key of the templates. */
export const SIGNING_KEY = 'p.test-workspace-admin-token-of-some-length';

/** An answer of the stand-in, its JSON body parsed. */
export interface FapiReply {
  readonly status: number;
  readonly headers: Headers;
  // Bodies differ by endpoint; each test reads only what it is about.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- see the line above
  readonly body: any;
}

/** Starts a stand-in on a free port with two pipes. */
export function startTestClerk(
  options: Partial<StartClerkOptions> & {instance?: 'development' | 'production'} = {},
): Promise<RunningClerk> {
  const {instance = 'development', ...rest} = options;
  return startClerk({
    port: 0,
    settings: {
      workspaceId: 'workspace-1',
      signingKey: SIGNING_KEY,
      pipes: [{name: 'sales'}, {name: 'visits', fixedParams: {org: '{{org.id}}'}}],
      instance,
    },
    ...rest,
  });
}

/** A browser that keeps one client's cookies and talks to the stand-in as clerk-js does. */
export class FapiBrowser {
  readonly #url: string;
  #cookie = '';

  constructor(url: string) {
    this.#url = url;
  }

  get cookie(): string {
    return this.#cookie;
  }

  get(path: string): Promise<FapiReply> {
    return this.#send(path, {method: 'GET'});
  }

  /** Sends a form; `_method` in the path changes the method meant. */
  post(path: string, form: Record<string, string> = {}): Promise<FapiReply> {
    return this.#send(path, {method: 'POST', body: new URLSearchParams(form)});
  }

  /** Signs in with a password and returns the id of the session. */
  async signIn(identifier: string, password: string): Promise<string> {
    const reply = await this.post('/v1/client/sign_ins', {identifier, password});
    return reply.body.response.created_session_id as string;
  }

  /** Switches the session's organization and returns the claims of its next template token. */
  async templateClaims(sessionId: string, organization: string, template = 'tinybird') {
    await this.post(`/v1/client/sessions/${sessionId}/touch`, {
      active_organization_id: organization,
    });
    const reply = await this.post(`/v1/client/sessions/${sessionId}/tokens/${template}`);
    return readClaims(reply.body.jwt as string);
  }

  async #send(path: string, init: RequestInit): Promise<FapiReply> {
    const headers = {origin: 'http://localhost:4321', cookie: this.#cookie};
    const response = await fetch(`${this.#url}${path}`, {...init, headers});
    const cookies = response.headers.getSetCookie().map((line) => line.split(';')[0]);
    if (cookies.length > 0) this.#cookie = cookies.join('; ');
    const text = await response.text();
    const body: unknown = text ? JSON.parse(text) : null;
    return {status: response.status, headers: response.headers, body};
  }
}

/** Reads the claims of a JWT without checking it. */
export function readClaims(jwt: string): Record<string, unknown> {
  const payload = Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString('utf8');
  return JSON.parse(payload) as Record<string, unknown>;
}

/** Signs one of the demo's people in, by first name in lower case, in a browser of their own. */
export async function visitAs(clerk: RunningClerk, name: string) {
  const user = clerk.users.find(({firstName}) => firstName.toLowerCase() === name);
  if (!user) throw new TypeError(`Expected \`name\` to be one of the demo's people, got ${name}`);
  const browser = new FapiBrowser(clerk.url);
  return {browser, sessionId: await browser.signIn(user.email, user.password)};
}
