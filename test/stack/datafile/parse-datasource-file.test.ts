import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {DatafileError} from '../../../demo/stack/tinybird/datafile/datafile-error.js';
import {parseDatasourceFile} from '../../../demo/stack/tinybird/datafile/parse-datasource-file.js';

const ORDERS = `TOKEN "ingest" APPEND

DESCRIPTION >
    Orders as they come in.

SCHEMA >
    \`at\` DateTime64(3, 'UTC') \`json:$.at\`,
    \`shop\` LowCardinality(String) \`json:$.shop.name\` DEFAULT 'a, (b',
    price Decimal(10, 2) \`json:$.price\` DEFAULT 0 CODEC(Delta(4), ZSTD(1)),
    \`tags\` Array(String) \`json:$.tags[:]\`,
    \`visitors\` AggregateFunction(uniq, UInt64)

ENGINE "ReplacingMergeTree"
ENGINE_PARTITION_KEY "toYYYYMM(at)"
ENGINE_SORTING_KEY "shop, at"
ENGINE_TTL "toDateTime(at) + INTERVAL 30 DAY"
ENGINE_VER at
ENGINE_SETTINGS index_granularity=1024
`;

describe('parseDatasourceFile', () => {
  it('reads every part of a column', () => {
    const {columns} = parseDatasourceFile(ORDERS, 'datasources/orders.datasource');

    assert.deepEqual(columns, [
      {name: 'at', type: "DateTime64(3, 'UTC')", jsonPath: '$.at'},
      {
        name: 'shop',
        type: 'LowCardinality(String)',
        jsonPath: '$.shop.name',
        default: "'a, (b'",
      },
      {
        name: 'price',
        type: 'Decimal(10, 2)',
        jsonPath: '$.price',
        default: '0',
        codec: 'Delta(4), ZSTD(1)',
      },
      {name: 'tags', type: 'Array(String)', jsonPath: '$.tags[:]'},
      {name: 'visitors', type: 'AggregateFunction(uniq, UInt64)'},
    ]);
  });

  it('reads the engine with its keys', () => {
    const {engine} = parseDatasourceFile(ORDERS, 'orders.datasource');

    assert.deepEqual(engine, {
      type: 'ReplacingMergeTree',
      partitionKey: 'toYYYYMM(at)',
      sortingKey: 'shop, at',
      ttl: 'toDateTime(at) + INTERVAL 30 DAY',
      ver: 'at',
      settings: 'index_granularity=1024',
    });
  });

  it('reads name, description and tokens', () => {
    const source = parseDatasourceFile(ORDERS, 'datasources/orders.datasource');

    assert.equal(source.name, 'orders');
    assert.equal(source.description, 'Orders as they come in.');
    assert.deepEqual(source.tokens, [{name: 'ingest', permission: 'APPEND'}]);
  });

  it('is a MergeTree without order when the file names no engine', () => {
    const {engine} = parseDatasourceFile('SCHEMA >\n  a String\n', 'x.datasource');
    assert.deepEqual(engine, {type: 'MergeTree', sortingKey: 'tuple()'});
  });

  it('leaves an empty partition key out', () => {
    const text = 'SCHEMA >\n  a String\nENGINE_PARTITION_KEY ""\n';
    assert.equal('partitionKey' in parseDatasourceFile(text, 'x.datasource').engine, false);
  });

  it('takes a schema on one line', () => {
    const {columns} = parseDatasourceFile('SCHEMA a String, b UInt8\n', 'x.datasource');
    assert.deepEqual(
      columns.map(({name, type}) => `${name} ${type}`),
      ['a String', 'b UInt8'],
    );
  });

  it('reads indexes, forward query and other settings', () => {
    const text =
      'SCHEMA >\n  a String\nINDEXES >\n  INDEX by_a a TYPE set(100) GRANULARITY 1\n' +
      'FORWARD_QUERY >\n  SELECT a FROM x\nBACKFILL skip\n';

    const source = parseDatasourceFile(text, 'x.datasource');

    assert.deepEqual(source.indexes, ['by_a a TYPE set(100) GRANULARITY 1']);
    assert.equal(source.forwardQuery, 'SELECT a FROM x');
    assert.deepEqual(source.settings, {BACKFILL: 'skip'});
  });

  const mistakes: [name: string, text: string, line: number, reason: RegExp][] = [
    ['a file without schema', 'DESCRIPTION x\n', 1, /needs a SCHEMA/],
    ['an empty schema', 'SCHEMA >\n\nENGINE MergeTree\n', 1, /has no columns/],
    ['a column without type', 'SCHEMA >\n  a String,\n  b\n', 3, /"b" has no type/],
    [
      'two columns of one name',
      'SCHEMA >\n  a String,\n\n  a UInt8\n',
      4,
      /two columns called "a"/,
    ],
    ['a column that begins with a digit', 'SCHEMA >\n  1a String\n', 2, /column name/],
    ['MATERIALIZED', 'SCHEMA >\n  a Date MATERIALIZED toDate(b)\n', 2, /uses MATERIALIZED/],
    ['a column TTL', 'SCHEMA >\n  a Date TTL a + 1\n', 2, /uses TTL/],
    ['NOT NULL', 'SCHEMA >\n  a Date NOT NULL\n', 2, /uses NOT NULL/],
    ['words after the type', 'SCHEMA >\n  a Date sorted\n', 2, /"sorted" after its type/],
    ['a pipe command', 'NODE a\n', 1, /NODE is not a valid option in datasource files/],
    ['SETTINGS', 'SETTINGS x=1\nSCHEMA >\n  a String\n', 1, /ENGINE_SETTINGS/],
  ];
  for (const [name, text, line, reason] of mistakes) {
    it(`refuses ${name} with file and line`, () => {
      assert.throws(
        () => parseDatasourceFile(text, 'datasources/x.datasource'),
        (error) => {
          assert.ok(error instanceof DatafileError);
          assert.match(error.reason, reason);
          assert.equal(error.message, `datasources/x.datasource:${line}: ${error.reason}`);
          return true;
        },
      );
    });
  }
});
