import type {DatasourceEngine, DatasourceFile} from './datafile/datasource-file.js';

/** Writes the CREATE TABLE statement of a data source. */
export function toCreateTable(datasource: DatasourceFile): string {
  const columns = datasource.columns.map(({name, type, default: value, codec}) =>
    [
      quoteName(name),
      type,
      value === undefined ? '' : `DEFAULT ${value}`,
      codec === undefined ? '' : `CODEC(${codec})`,
    ]
      .filter(Boolean)
      .join(' '),
  );
  const indexes = datasource.indexes.map((index) => `INDEX ${index}`);
  return [
    `CREATE TABLE IF NOT EXISTS ${quoteName(datasource.name)} (${[...columns, ...indexes].join(', ')})`,
    ...toEngineClauses(datasource.engine),
  ].join('\n');
}

/** Writes the statement that keeps a data source filled from a query on each insert. */
export function toCreateMaterializedView(name: string, target: string, sql: string): string {
  return `CREATE MATERIALIZED VIEW IF NOT EXISTS ${quoteName(name)} TO ${quoteName(target)} AS\n${sql}`;
}

function toEngineClauses(engine: DatasourceEngine): string[] {
  if (!engine.type.endsWith('MergeTree')) return [`ENGINE = ${engine.type}`];
  const engineArguments = [
    engine.sign,
    engine.ver,
    engine.isDeleted,
    engine.columns === undefined ? undefined : `(${engine.columns})`,
  ].filter((each) => each !== undefined);
  return [
    `ENGINE = ${engine.type}(${engineArguments.join(', ')})`,
    ...(engine.partitionKey ? [`PARTITION BY (${engine.partitionKey})`] : []),
    ...(engine.primaryKey ? [`PRIMARY KEY (${engine.primaryKey})`] : []),
    `ORDER BY (${engine.sortingKey})`,
    ...(engine.samplingKey ? [`SAMPLE BY (${engine.samplingKey})`] : []),
    ...(engine.ttl ? [`TTL ${engine.ttl}`] : []),
    ...(engine.settings ? [`SETTINGS ${engine.settings}`] : []),
  ];
}

function quoteName(name: string): string {
  return `\`${name.replaceAll('\\', '\\\\').replaceAll('`', '\\`')}\``;
}
