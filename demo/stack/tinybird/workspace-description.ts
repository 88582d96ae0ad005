import {LOCAL_WORKSPACE_ID} from '../settings.js';
import {ApiError} from './api-error.js';
import type {Caller} from './authorize.js';
import type {Project, ProjectPipe} from './load-project.js';

/** `/v1/workspace`, `/v0/pipes`, `/v0/pipes/visits_over_time` */
const PATH = /^\/(?:v1\/workspace|v0\/pipes(?:\/([\w-]+))?)$/;

/** Tells whether a path asks about the workspace, and not for rows. */
export function isWorkspacePath(path: string): boolean {
  return PATH.test(path);
}

/**
 * Describes the workspace, its pipes or one pipe, in the fields that Tinybird's own SDK reads.
 * @throws {ApiError} 403 for all but the admin token, since JWTs open no API but that of rows
 *   (Tinybird docs, JWT page); 404 for an unknown pipe.
 */
export function describeWorkspace(
  path: string,
  caller: Caller,
  {project}: {readonly project: Project},
): unknown {
  if (caller.kind !== 'admin') throw new ApiError(403, 'The token has no ADMIN scope');
  if (path === '/v1/workspace') {
    return {
      id: LOCAL_WORKSPACE_ID,
      name: 'local_stack',
      user_id: 'local_user',
      user_email: 'local@stack.test',
      scope: 'admin',
      main: null,
    };
  }
  const asked = PATH.exec(path)?.[1];
  if (asked === undefined) return {pipes: [...project.pipes.values()].map(describePipe)};
  const pipe = [...project.pipes.values()].find(({name, id}) => [name, id].includes(asked));
  if (!pipe) throw new ApiError(404, `The pipe '${asked}' does not exist`);
  return describePipe(pipe);
}

function describePipe({id, name, file, templates}: ProjectPipe) {
  const endpoint = file.endpointNode;
  return {
    id,
    name,
    description: file.description,
    type: endpoint === undefined ? file.type : 'endpoint',
    endpoint: endpoint ?? null,
    nodes: file.nodes.map((node) => ({
      name: node.name,
      sql: node.sql,
      params: templates.get(node.name)?.parameters ?? [],
    })),
  };
}
