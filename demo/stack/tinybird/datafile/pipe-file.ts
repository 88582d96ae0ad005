/** What a pipe does with the rows of its output node. */
export type PipeType = 'endpoint' | 'materialized' | 'copy' | 'sink';

/** A static token that a data file declares with a TOKEN line. */
export interface DatafileToken {
  readonly name: string;
  readonly permission: 'READ' | 'APPEND';
}

/** One named SELECT of a pipe. */
export interface PipeNode {
  readonly name: string;
  readonly description: string;
  /** The SQL as written and dedented; a template keeps its leading `%`. */
  readonly sql: string;
  /** Line of the file on which `sql` begins; line n of the SQL is `line + n - 1`. */
  readonly line: number;
  /** True when the SQL begins with `%`, so that it must be rendered with parameters first. */
  readonly isTemplate: boolean;
}

/** A parsed `.pipe` file. */
export interface PipeFile {
  /** File name without folder and extension. */
  readonly name: string;
  readonly file: string;
  readonly description: string;
  /** At least one node, in file order. */
  readonly nodes: readonly PipeNode[];
  /** Classic files without TYPE are endpoints. */
  readonly type: PipeType;
  /** Node that carries TYPE, else the last node. */
  readonly outputNode: string;
  /** The output node of an endpoint; absent on every other type. */
  readonly endpointNode?: string;
  /** Data source that receives the rows of a materialized or copy pipe. */
  readonly datasource?: string;
  readonly tokens: readonly DatafileToken[];
  readonly tags: readonly string[];
  /** Remaining one-line commands by upper-case name, such as ENGINE, COPY_SCHEDULE or CACHE. */
  readonly settings: Readonly<Record<string, string>>;
}
