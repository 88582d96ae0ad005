import type {FapiAnswer} from './fapi-answer.js';
import type {Browser} from './browser-registry.js';
import type {FapiRequest} from './fapi-request.js';

/** What a route is called with; `params` are the `:name` parts of its path. */
export interface RouteCall {
  readonly request: FapiRequest;
  readonly browser: Browser;
  readonly params: Readonly<Record<string, string>>;
}

/** One endpoint. `path` may hold `:name` segments. */
export interface Route {
  readonly method: string;
  readonly path: string;
  readonly run: (call: RouteCall) => FapiAnswer | Promise<FapiAnswer>;
}

/** Finds the route of a request, with its path parameters. */
export function matchRoute<R extends Pick<Route, 'method' | 'path'>>(
  routes: readonly R[],
  {method, path}: Pick<FapiRequest, 'method' | 'path'>,
): {route: R; params: Record<string, string>} | undefined {
  for (const route of routes) {
    const params = route.method === method ? matchPath(route.path, path) : undefined;
    if (params) return {route, params};
  }
  return undefined;
}

function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    const value = given[index] ?? '';
    if (segment.startsWith(':')) params[segment.slice(1)] = value;
    else if (segment !== value) return undefined;
  }
  return params;
}
