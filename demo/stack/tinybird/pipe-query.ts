import type {PipeNode} from './datafile/pipe-file.js';
import {ApiError} from './api-error.js';
import type {QuerySettings} from './chdb-session.js';
import type {Project, ProjectPipe} from './load-project.js';
import {findTableReferences} from './table-references.js';
import type {TemplateParams} from './template/compiled-template.js';

/** A pipe as one statement for ClickHouse. */
export interface PipeQuery {
  sql: string;
  settings: QuerySettings;
}

/**
 * Renders the output node of a pipe with parameters and puts every node and pipe it reads in place
 * of its name, as a subquery. Nodes that nothing reads are not rendered.
 * @throws {TemplateError} for parameters a template refuses.
 * @throws {ApiError} 400 when nodes read each other in a circle.
 */
export function buildPipeQuery(
  project: Project,
  pipe: ProjectPipe,
  params: TemplateParams,
): PipeQuery {
  const settings: Record<string, string | number> = {};
  const running: string[] = [];

  function renderPipe(current: ProjectPipe): string {
    const output = current.file.nodes.find((node) => node.name === current.file.outputNode);
    if (!output) throw new TypeError(`Expected pipe ${current.name} to have its output node`);
    return renderNode(current, output);
  }

  function renderNode(current: ProjectPipe, node: PipeNode): string {
    const key = `${current.name}.${node.name}`;
    if (running.includes(key)) {
      throw new ApiError(
        400,
        `Nodes read each other in a circle: ${[...running, key].join(' > ')}`,
      );
    }
    running.push(key);
    const sql = replaceNames(renderSql(current, node), (name) => {
      const sibling = current.file.nodes.find((each) => each.name === name);
      if (sibling) return renderNode(current, sibling);
      const other = project.pipes.get(name);
      return other && other.name !== current.name ? renderPipe(other) : undefined;
    });
    running.pop();
    return sql;
  }

  function renderSql(current: ProjectPipe, node: PipeNode): string {
    const template = current.templates.get(node.name);
    if (!template) return node.sql;
    const rendered = template.render(params);
    const maxThreads = rendered.settings['max_threads'];
    if (maxThreads !== undefined) settings['max_threads'] = maxThreads;
    return rendered.sql;
  }

  return {sql: renderPipe(pipe), settings};
}

function replaceNames(sql: string, subqueryOf: (name: string) => string | undefined): string {
  const statement = sql.trim().replace(/;\s*$/, '');
  let result = '';
  let position = 0;
  for (const {name, start, end, hasAlias, usage} of findTableReferences(statement)) {
    const subquery = subqueryOf(name);
    if (subquery === undefined) continue;
    const alias = hasAlias || usage === 'in' ? '' : ` AS \`${name}\``;
    // The line break ends a comment on the subquery's last line.
    result += `${statement.slice(position, start)}(\n${subquery}\n)${alias}`;
    position = end;
  }
  return result + statement.slice(position);
}
