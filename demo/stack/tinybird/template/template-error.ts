/** Extra facts of a template error. */
export interface TemplateErrorOptions extends ErrorOptions {
  /** HTTP status to answer with. @default 400 */
  readonly status?: number;
  /** Complete response body in place of `{error: message}`, from `custom_error()`. */
  readonly body?: unknown;
  /** Path of the documentation page, such as `/cli/advanced-templates.html#column`. */
  readonly documentation?: string;
  /** Line of the template counted from 1; its `%` stands on line 1. */
  readonly line?: number;
}

/** A template that cannot be compiled, or parameters with which it cannot be rendered. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
  readonly status: number;
  readonly body?: unknown;
  readonly documentation?: string;
  /** Line of the template counted from 1; filled in where the failing mark is known. */
  line?: number;

  constructor(message: string, options: TemplateErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : {cause: options.cause});
    this.status = options.status ?? 400;
    if (options.body !== undefined) this.body = options.body;
    if (options.documentation !== undefined) this.documentation = options.documentation;
    if (options.line !== undefined) this.line = options.line;
  }
}

/** Makes the error Tinybird words as `Template Syntax Error: …` (Tinybird CLI, sql_template). */
export function templateSyntaxError(
  reason: string,
  options: TemplateErrorOptions = {},
): TemplateError {
  return new TemplateError(`Template Syntax Error: ${reason}`, {
    documentation: '/cli/advanced-templates.html',
    ...options,
  });
}
