import type {LoggedRequest} from '../../../demo/stack/clerk/request-log.js';
import type {RequestLogEntry} from '../../../demo/stack/http/request-log.js';
import {mintTinybirdJwt} from '../../../demo/stack/tinybird/mint-jwt.js';
import type {PipeResponse} from '../../../src/index.js';
import type {TestStack} from './test-stack.js';

/** Queries that reached Tinybird since the last reset, oldest first; no preflights. */
export async function queries(stack: TestStack): Promise<readonly RequestLogEntry[]> {
  const seen = (await stack.seenRequests()) as readonly unknown[] as readonly RequestLogEntry[];
  return seen.filter(({method, path}) => method !== 'OPTIONS' && path.startsWith('/v0/pipes/'));
}

/** Names of the tokens with which tests ask by themselves. */
const DIRECT = 'direct';

/** Organizations whose tokens pages sent to Tinybird, in the order of queries, repeats left out. */
export async function askedOrganizations(stack: TestStack): Promise<readonly unknown[]> {
  const asked = (await queries(stack))
    .filter(({caller}) => !String(caller).startsWith(DIRECT))
    .map(({fixedParams}) => fixedParams?.['org']);
  return asked.filter((organization, at) => organization !== asked[at - 1]);
}

/** Requests that reached Clerk since the last reset, oldest first. */
export async function clerkRequests(stack: TestStack): Promise<readonly LoggedRequest[]> {
  const response = await fetch(clerkLogOf(stack));
  return (await response.json()) as readonly LoggedRequest[];
}

/** Requests for template tokens at Clerk since the last reset, oldest first. */
export async function tokenRequests(stack: TestStack): Promise<readonly LoggedRequest[]> {
  return (await clerkRequests(stack)).filter(({path}) => /\/tokens\/\w+$/.test(path));
}

/** Empties the log of Clerk's requests. */
export async function forgetClerkRequests(stack: TestStack): Promise<void> {
  await fetch(clerkLogOf(stack), {method: 'DELETE'});
}

/** Asks a pipe over plain HTTP with a token minted for an organization. */
export async function queryDirectly(
  stack: TestStack,
  pipe: string,
  org: string,
  params: Readonly<Record<string, string>> = {},
): Promise<PipeResponse> {
  const fixed_params = {org};
  // A name of its own, so that it does not count against the page's rate limit.
  const scopes = [{type: 'PIPES:READ', resource: pipe, fixed_params}] as const;
  const token = await mintTinybirdJwt({claims: {name: `${DIRECT}_${org}_${pipe}`, scopes}});
  const query = new URLSearchParams(params).toString();
  const response = await fetch(
    `${stack.description.tinybird.host}/v0/pipes/${pipe}.json?${query}`,
    {
      headers: {authorization: `Bearer ${token}`},
    },
  );
  if (!response.ok) throw new Error(`${pipe}: ${response.status} ${await response.text()}`);
  return (await response.json()) as PipeResponse;
}

function clerkLogOf(stack: TestStack): string {
  const {controls} = stack.description.clerk;
  if (!controls) throw new Error('The stack has no Clerk stand-in.');
  return controls.requests;
}
