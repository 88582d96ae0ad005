import {isRecord} from '../../auth/jwt-claims.js';
import {sendRequest, type HttpAnswer} from './send-request.js';

/** The workspace that a token belongs to. */
export interface Workspace {
  /** A UUID. */
  readonly id: string;
  readonly name: string;
}

/** A region, as Tinybird lists them. */
export interface Region {
  readonly key: string | null;
  readonly host: string;
}

/** A parameter of a pipe's templates. */
export interface PipeParameter {
  readonly name: string;
  /** Name of the template function, such as `String`. */
  readonly type: string;
  readonly hasDefault: boolean;
}

/** What the workspace knows of a pipe. */
export interface Pipe {
  readonly name: string;
  readonly isEndpoint: boolean;
  readonly parameters: readonly PipeParameter[];
  /** Of all nodes. */
  readonly sql: string;
}

/** Where Tinybird's API is, and what opens it. */
export interface TinybirdAccess {
  readonly host: string;
  readonly token: string;
  readonly fetch: typeof fetch;
}

/**
 * Asks who the token belongs to (`GET /v1/workspace`, as in Tinybird's TypeScript SDK). A status
 * instead of a workspace is a refusal.
 */
export async function fetchWorkspace(access: TinybirdAccess): Promise<Workspace | number> {
  const {status, body} = await read(access, '/v1/workspace');
  if (status !== 200 || !isRecord(body) || typeof body['id'] !== 'string') return status;
  return {id: body['id'], name: toText(body['name'])};
}

/** Lists regions (`GET /v0/regions`, no token); none where the list is not readable. */
export async function fetchRegions(send: typeof fetch, host: string): Promise<readonly Region[]> {
  const {body} = await sendRequest(send, new URL('/v0/regions', host));
  const regions = isRecord(body) && Array.isArray(body['regions']) ? body['regions'] : [];
  return regions
    .filter(isRecord)
    .flatMap(({key, api_host: apiHost}) =>
      typeof apiHost === 'string' && URL.canParse(apiHost)
        ? [{key: typeof key === 'string' ? key : null, host: new URL(apiHost).origin}]
        : [],
    );
}

/** Lists the endpoints of the workspace with their parameters; a status is a refusal. */
export async function fetchEndpoints(access: TinybirdAccess): Promise<readonly Pipe[] | number> {
  const {status, body} = await read(access, '/v0/pipes');
  if (status !== 200 || !isRecord(body) || !Array.isArray(body['pipes'])) return status;
  return body['pipes']
    .filter(isRecord)
    .map(toPipe)
    .filter(({isEndpoint}) => isEndpoint);
}

/** Describes one pipe, by name or id; a status is a refusal. */
export async function fetchPipe(access: TinybirdAccess, name: string): Promise<Pipe | number> {
  const {status, body} = await read(access, `/v0/pipes/${encodeURIComponent(name)}`);
  return status === 200 && isRecord(body) ? toPipe(body) : status;
}

/** Asks a pipe for its rows and returns the status. `access.token` is a visitor's. */
export async function askPipe(
  access: TinybirdAccess,
  name: string,
  params: Readonly<Record<string, string>>,
): Promise<number> {
  const query = new URLSearchParams(params).toString();
  const {status} = await read(access, `/v0/pipes/${encodeURIComponent(name)}.json?${query}`);
  return status;
}

function read({fetch: send, host, token}: TinybirdAccess, path: string): Promise<HttpAnswer> {
  return sendRequest(send, new URL(path, host), {headers: {authorization: `Bearer ${token}`}});
}

function toPipe(pipe: Readonly<Record<string, unknown>>): Pipe {
  const nodes = Array.isArray(pipe['nodes']) ? pipe['nodes'].filter(isRecord) : [];
  const parameters = new Map<string, PipeParameter>();
  for (const node of nodes) {
    const params = Array.isArray(node['params']) ? node['params'].filter(isRecord) : [];
    for (const param of params) {
      const {name, type, default: fallback} = param;
      if (typeof name !== 'string') continue;
      const hasDefault = fallback !== undefined && fallback !== null;
      const known = parameters.get(name)?.hasDefault ?? false;
      parameters.set(name, {name, type: toText(type), hasDefault: hasDefault || known});
    }
  }
  return {
    name: toText(pipe['name']),
    // The id or name of the published node; some answers have the type alone.
    isEndpoint: Boolean(pipe['endpoint']) || pipe['type'] === 'endpoint',
    parameters: [...parameters.values()],
    sql: nodes.map((node) => toText(node['sql'])).join('\n'),
  };
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
