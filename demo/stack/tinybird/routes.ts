import type {IncomingMessage} from 'node:http';

import {LOCAL_ADMIN_TOKEN, LOCAL_WORKSPACE_ID, localStaticToken} from '../settings.js';
import {readBody} from '../http/read-body.js';
import type {RequestLogEntry} from '../http/request-log.js';
import {answerQuery} from './answer-query.js';
import {ApiError} from './api-error.js';
import {appendEvents} from './append-events.js';
import type {Caller, StaticTokens} from './authorize.js';
import {authorizePipe, identifyCaller, mayAppend, readToken} from './authorize.js';
import type {ChdbEngine} from './chdb-engine.js';
import type {Project} from './load-project.js';
import {describeEndpoints} from './openapi.js';
import type {QueryAllowance} from './query-allowance.js';
import {readRequestParams} from './request-params.js';
import type {ServerOptions} from './server-options.js';
import {describeWorkspace, isWorkspacePath} from './workspace-description.js';

const MAX_PARAMS_BYTES = 1_000_000;
const MAX_EVENTS_BYTES = 10_000_000;

/** What the routes answer from. */
export interface RouteContext {
  engine: ChdbEngine;
  project: Project;
  allowance: QueryAllowance;
  options: ServerOptions;
  nowMs: number;
  /** Filled in as it becomes known. */
  entry: RequestLogEntry;
}

/** An answer other than a refusal. */
export interface RouteAnswer {
  status: number;
  contentType: string;
  body: string | Uint8Array;
  headers?: Readonly<Record<string, string>>;
}

/** Answers one request of Tinybird's API. @throws {ApiError} for every refusal. */
export async function answerRoute(
  request: IncomingMessage,
  url: URL,
  context: RouteContext,
): Promise<RouteAnswer> {
  if (url.pathname === '/version') return text('local-stack');
  if (url.pathname === '/v0/regions') {
    requireMethod(request, 'GET');
    const region = {key: 'local_stack', name: 'local', provider: 'local', api_host: url.origin};
    return json(200, {regions: [region]});
  }
  if (url.pathname === '/v0/events') return answerEvents(request, url, context);
  if (url.pathname === '/v0/pipes/openapi.json') return answerOpenApi(request, url, context);
  if (isWorkspacePath(url.pathname)) {
    requireMethod(request, 'GET');
    return json(200, describeWorkspace(url.pathname, readCaller(request, url, context), context));
  }
  // /v0/pipes/visits_over_time.json
  const [, asked, extension] = /^\/v0\/pipes\/([\w%.-]+)\.(\w+)$/.exec(url.pathname) ?? [];
  if (asked && extension) return answerPipe(request, url, context, asked, extension);
  throw new ApiError(404, `There is nothing at ${url.pathname}`);
}

async function answerPipe(
  request: IncomingMessage,
  url: URL,
  context: RouteContext,
  asked: string,
  extension: string,
): Promise<RouteAnswer> {
  requireMethod(request, 'GET', 'POST');
  const {engine, project, allowance, options, nowMs, entry} = context;
  entry.pipe = asked;
  const caller = readCaller(request, url, context);
  const named = [...project.pipes.values()].find((each) => [each.name, each.id].includes(asked));
  const {pipe, grant} = authorizePipe(caller, asked, named);
  entry.pipe = pipe.name;
  entry.fixedParams = grant.fixedParams;
  const headers = allowance.take({grant, options, nowMs, sender: senderOf(request, url)});
  const body = (await readBody(request, MAX_PARAMS_BYTES)).toString();
  const params = readRequestParams(url.searchParams, body, request.headers['content-type']);
  entry.params = params;
  const answer = await answerQuery(engine, project, {
    pipe,
    extension,
    params,
    fixedParams: grant.fixedParams,
    timeoutMs: options.queryTimeoutMs,
  });
  return {status: 200, ...answer, headers};
}

async function answerEvents(
  request: IncomingMessage,
  url: URL,
  context: RouteContext,
): Promise<RouteAnswer> {
  requireMethod(request, 'POST');
  const name = url.searchParams.get('name') ?? '';
  const caller = readCaller(request, url, context);
  const datasource = context.project.datasources.get(name);
  const tokens = datasource?.tokens.filter((each) => each.permission === 'APPEND') ?? [];
  if (
    !mayAppend(
      caller,
      tokens.map((each) => each.name),
    )
  ) {
    throw new ApiError(403, `The token may not append to the data source '${name}'`);
  }
  if (!datasource) throw new ApiError(404, `The data source '${name}' does not exist`);
  const body = (await readBody(request, MAX_EVENTS_BYTES)).toString();
  const result = await appendEvents(context.engine, datasource, body);
  return json(202, result);
}

function answerOpenApi(request: IncomingMessage, url: URL, context: RouteContext): RouteAnswer {
  requireMethod(request, 'GET');
  const caller = readCaller(request, url, context);
  const readable = [...context.project.pipes.values()].filter(
    (pipe) => pipe.file.endpointNode !== undefined && canRead(caller, pipe),
  );
  return json(200, describeEndpoints(readable, url.origin));
}

function canRead(caller: Caller, pipe: Parameters<typeof authorizePipe>[2]): boolean {
  try {
    return Boolean(authorizePipe(caller, '', pipe));
  } catch (error) {
    if (error instanceof ApiError) return false;
    throw error;
  }
}

function readCaller(request: IncomingMessage, url: URL, context: RouteContext): Caller {
  const token = readToken(request.headers.authorization, url.searchParams.get('token'));
  const caller = identifyCaller(token, staticTokens(context.project), {
    workspaceId: LOCAL_WORKSPACE_ID,
    adminToken: LOCAL_ADMIN_TOKEN,
    nowMs: context.nowMs,
  });
  context.entry.caller =
    caller.kind === 'jwt'
      ? caller.claims.name
      : caller.kind === 'static'
        ? caller.tokenName
        : 'admin';
  return caller;
}

function staticTokens(project: Project): StaticTokens {
  const files = [
    ...project.datasources.values(),
    ...[...project.pipes.values()].map((p) => p.file),
  ];
  const names = files.flatMap((file) => file.tokens.map((token) => token.name));
  return new Map(names.map((name) => [localStaticToken(name), name]));
}

/** Names the page and path a request comes from, so that a preflight finds its request. */
export function senderOf(request: IncomingMessage, url: URL): string {
  return `${request.headers.origin ?? ''} ${url.pathname}`;
}

function requireMethod(request: IncomingMessage, ...allowed: readonly string[]): void {
  if (allowed.includes(request.method ?? '')) return;
  const message = `The method ${request.method} is not allowed here, only ${allowed.join(' and ')}`;
  throw new ApiError(405, message, {headers: {Allow: allowed.join(', ')}});
}

function json(status: number, value: unknown): RouteAnswer {
  const body = `${JSON.stringify(value)}\n`;
  return {status, contentType: 'application/json; charset=utf-8', body};
}

function text(body: string): RouteAnswer {
  return {status: 200, contentType: 'text/plain; charset=utf-8', body};
}
