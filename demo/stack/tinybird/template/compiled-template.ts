/** A parameter value as a query string, a JSON body or a token's fixed params give it. */
export type TemplateParam =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly unknown[]
  | Readonly<Record<string, unknown>>;

/** Parameters by name; null and undefined count as not given. */
export type TemplateParams = Readonly<Record<string, TemplateParam>>;

/** What a render may know besides the parameters. */
export interface RenderOptions {
  /** Value of `job_timestamp` when that parameter is not given. @default the current time */
  readonly now?: Date;
  /** Values for `tb_secret()` and `tb_var()` by name. @default none */
  readonly secrets?: Readonly<Record<string, string>>;
}

/** SQL ready for ClickHouse; every parameter in it is a literal or a quoted identifier. */
export interface RenderedTemplate {
  readonly sql: string;
  /** What max_threads, cache_ttl, backend_hint, activate and disable asked for, by function name. */
  readonly settings: Readonly<Record<string, string | number>>;
}

/** One parameter of a pipe, for documentation. */
export interface TemplateParameter {
  readonly name: string;
  /** Name of the type function, such as `Int32` or `Array(String)`. */
  readonly type: string;
  readonly default?: string | number | boolean | null;
  readonly required: boolean;
  readonly description?: string;
  readonly example?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
}

/** A checked template, to be rendered any number of times. */
export interface CompiledTemplate {
  readonly pipe: string;
  readonly node: string;
  /** Parameters in order of first appearance. */
  readonly parameters: readonly TemplateParameter[];
  /** Renders with parameters. @throws {TemplateError} for missing or wrong ones, and for `error()`. */
  render(params: TemplateParams, options?: RenderOptions): RenderedTemplate;
}
