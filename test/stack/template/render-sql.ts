import assert from 'node:assert/strict';
import {compileTemplate} from '../../../demo/stack/tinybird/template/compile-template.js';
import type {
  RenderOptions,
  TemplateParams,
} from '../../../demo/stack/tinybird/template/compiled-template.js';
import {TemplateError} from '../../../demo/stack/tinybird/template/template-error.js';

const SOURCE = {pipe: 'sales', node: 'endpoint'};

/** Renders a template (without its `%`) and returns the SQL. */
export function renderSql(
  template: string,
  params: TemplateParams = {},
  options?: RenderOptions,
): string {
  return compileTemplate(`%${template}`, SOURCE).render(params, options).sql;
}

/** Renders a template that must fail with these parameters and returns its error. */
export function renderError(template: string, params: TemplateParams = {}): TemplateError {
  const compiled = compileTemplate(`%${template}`, SOURCE);
  return catchTemplateError(() => compiled.render(params));
}

/** Compiles a template that must be refused at load and returns its error. */
export function compileError(template: string): TemplateError {
  return catchTemplateError(() => compileTemplate(`%${template}`, SOURCE));
}

function catchTemplateError(run: () => unknown): TemplateError {
  try {
    run();
  } catch (error) {
    assert.ok(error instanceof TemplateError, String(error));
    return error;
  }
  return assert.fail('no error was thrown');
}
