import type {DatafileToken} from './pipe-file.js';

/** One column of a data source's SCHEMA. */
export interface DatasourceColumn {
  readonly name: string;
  /** ClickHouse type as written. */
  readonly type: string;
  /** Path into an ingested JSON object, such as `$.user.id` or `$.tags[:]`. */
  readonly jsonPath?: string;
  /** SQL expression after DEFAULT. */
  readonly default?: string;
  /** Text between the brackets of CODEC(…). */
  readonly codec?: string;
}

/** Table engine of a data source; expressions are SQL as written. */
export interface DatasourceEngine {
  /** MergeTree when the file names no engine. */
  readonly type: string;
  /** `tuple()` when the file gives no sorting key. */
  readonly sortingKey: string;
  readonly partitionKey?: string;
  readonly primaryKey?: string;
  readonly samplingKey?: string;
  readonly ttl?: string;
  /** Version column of a ReplacingMergeTree. */
  readonly ver?: string;
  readonly isDeleted?: string;
  /** Sign column of a CollapsingMergeTree. */
  readonly sign?: string;
  /** Summed columns of a SummingMergeTree. */
  readonly columns?: string;
  readonly settings?: string;
}

/** A parsed `.datasource` file. */
export interface DatasourceFile {
  /** File name without folder and extension. */
  readonly name: string;
  readonly file: string;
  readonly description: string;
  /** At least one column, in file order. */
  readonly columns: readonly DatasourceColumn[];
  /** Line of the file on which SCHEMA begins. */
  readonly schemaLine: number;
  readonly engine: DatasourceEngine;
  /** One ClickHouse index definition per entry, without the word INDEX. */
  readonly indexes: readonly string[];
  readonly tokens: readonly DatafileToken[];
  readonly tags: readonly string[];
  readonly forwardQuery?: string;
  /** Remaining commands by upper-case name, such as KAFKA_TOPIC or IMPORT_SCHEDULE. */
  readonly settings: Readonly<Record<string, string>>;
}
