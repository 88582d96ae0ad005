import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {DatafileError} from '../../../demo/stack/tinybird/datafile/datafile-error.js';
import {parsePipeFile} from '../../../demo/stack/tinybird/datafile/parse-pipe-file.js';

const FORWARD = `
DESCRIPTION >
    Orders of one shop.
    Filtered by "shop".

TOKEN "dashboard read" READ
TAGS "sales, demo"

NODE cleaned
DESCRIPTION Orders that weren't cancelled
SQL >
    %
    SELECT * FROM orders
    WHERE shop = {{String(shop, description='Shop # of the chain')}}

NODE per_day
SQL >

    %
    SELECT toDate(at) AS day, count() AS orders # kept
    FROM cleaned
    GROUP BY day

TYPE endpoint
`;

describe('parsePipeFile', () => {
  it('names the pipe after its file', () => {
    assert.equal(parsePipeFile(FORWARD, 'endpoints/orders_by_day.pipe').name, 'orders_by_day');
  });

  it('reads description, tokens and tags of the pipe', () => {
    const pipe = parsePipeFile(FORWARD, 'orders_by_day.pipe');

    assert.equal(pipe.description, 'Orders of one shop.\nFiltered by "shop".');
    assert.deepEqual(pipe.tokens, [{name: 'dashboard read', permission: 'READ'}]);
    assert.deepEqual(pipe.tags, ['sales', 'demo']);
  });

  it('keeps the SQL of each node dedented, with its % and its # inside', () => {
    const [, perDay] = parsePipeFile(FORWARD, 'orders_by_day.pipe').nodes;

    assert.equal(
      perDay?.sql,
      '%\nSELECT toDate(at) AS day, count() AS orders # kept\nFROM cleaned\nGROUP BY day',
    );
    assert.equal(perDay.isTemplate, true);
  });

  it('knows the line on which each SQL begins', () => {
    const [cleaned, perDay] = parsePipeFile(FORWARD, 'orders_by_day.pipe').nodes;

    assert.equal(cleaned?.line, 12);
    assert.equal(perDay?.line, 19);
  });

  it('takes an apostrophe in a one-line description as text', () => {
    const [cleaned] = parsePipeFile(FORWARD, 'orders_by_day.pipe').nodes;
    assert.equal(cleaned?.description, "Orders that weren't cancelled");
  });

  it('publishes the last node of a Classic file without TYPE', () => {
    const pipe = parsePipeFile('NODE a\nSQL >\n  SELECT 1\nNODE b\nSQL >\n  SELECT 2\n', 'x.pipe');

    assert.equal(pipe.type, 'endpoint');
    assert.equal(pipe.endpointNode, 'b');
  });

  it('publishes the node that carries TYPE, in any case', () => {
    const text = 'node a\nsql >\n  SELECT 1\ntype ENDPOINT\nnode b\nsql >\n  SELECT 2\n';
    assert.equal(parsePipeFile(text, 'x.pipe').endpointNode, 'a');
  });

  it('takes SQL at column 0 up to the next command word', () => {
    const text = 'NODE a\nSQL >\n%\nSELECT 1\nFROM t\nTYPE endpoint\n';
    assert.equal(parsePipeFile(text, 'x.pipe').nodes[0]?.sql, '%\nSELECT 1\nFROM t');
  });

  it('does not end a block at an indented command word', () => {
    const text = 'NODE a\nSQL >\n  SELECT\n  type\n  FROM t\n';
    assert.equal(parsePipeFile(text, 'x.pipe').nodes[0]?.sql, 'SELECT\ntype\nFROM t');
  });

  it('reads files with Windows line ends', () => {
    const pipe = parsePipeFile(FORWARD.replaceAll('\n', '\r\n'), 'orders_by_day.pipe');
    assert.deepEqual(pipe, parsePipeFile(FORWARD, 'orders_by_day.pipe'));
  });

  it('reads a materialized pipe with the engine of an older file', () => {
    const text =
      'NODE sums\nSQL >\n  SELECT day, sumState(n) AS n FROM t GROUP BY day\n' +
      'TYPE materialized\nDATASOURCE sums_by_day\nENGINE "AggregatingMergeTree"\n' +
      'ENGINE_SORTING_KEY "day, shop" # newest last\n';

    const pipe = parsePipeFile(text, 'x.pipe');

    assert.equal(pipe.type, 'materialized');
    assert.equal(pipe.datasource, 'sums_by_day');
    assert.equal(pipe.endpointNode, undefined);
    assert.equal(pipe.outputNode, 'sums');
    assert.deepEqual(pipe.settings, {
      ENGINE: 'AggregatingMergeTree',
      ENGINE_SORTING_KEY: 'day, shop',
    });
  });

  it('reads a copy pipe with its target and schedule', () => {
    const text =
      'NODE all\nSQL >\n  SELECT 1\nTYPE copy\nTARGET_DATASOURCE archive\n' +
      'COPY_SCHEDULE "0 * * * *"\nCOPY_MODE append\n';

    const pipe = parsePipeFile(text, 'x.pipe');

    assert.equal(pipe.datasource, 'archive');
    assert.deepEqual(pipe.settings, {COPY_SCHEDULE: '0 * * * *', COPY_MODE: 'append'});
  });

  const node = 'NODE a\nSQL >\n  SELECT 1\n';
  const mistakes: [name: string, text: string, line: number, reason: RegExp][] = [
    ['an unknown command', `${node}\n`.replace('NODE', 'KNOT'), 1, /KNOT is not a valid option in/],
    ['SQL before any NODE', 'SQL >\n  SELECT 1\n', 1, /after a NODE/],
    ['SQL without a block', 'NODE a\nSQL SELECT 1\n', 2, /SQL >/],
    ['empty SQL', 'NODE a\nSQL >\n\nTYPE endpoint\n', 2, /empty SQL/],
    ['two SQL blocks in a node', `${node}SQL >\n  SELECT 2\n`, 4, /has SQL already/],
    ['a node without SQL', `${node}NODE b\n`, 4, /"b" has no SQL/],
    ['no node at all', 'DESCRIPTION nothing\n', 1, /at least one NODE/],
    ['two nodes of one name', `${node}${node}`, 4, /two nodes called "a"/],
    ['a node with the name of the pipe', node.replace('a', 'x'), 1, /name of its pipe/],
    ['a node name with a dash', node.replace('a', 'a-b'), 1, /not a valid node name/],
    ['an unknown TYPE', `${node}TYPE view\n`, 4, /"view" is unknown/],
    ['TYPE twice', `${node}TYPE endpoint\nTYPE endpoint\n`, 5, /already on line 4/],
    ['materialized without DATASOURCE', `${node}TYPE materialized\n`, 4, /needs a DATASOURCE/],
    ['copy without target', `${node}TYPE copy\n`, 4, /needs a TARGET_DATASOURCE/],
    ['TOKEN with one argument', `TOKEN readers\n${node}`, 1, /two params/],
    ['TOKEN with an unknown permission', `TOKEN a WRITE\n${node}`, 1, /"WRITE" is unknown/],
    ['a quote without end', `TOKEN "a READ\n${node}`, 1, /quote without end/],
    ['INCLUDE', `INCLUDE "other.incl"\n${node}`, 1, /not supported yet/],
    ['template marks without %', 'NODE a\nSQL >\n  SELECT\n  {{x}}\n', 4, /does not start with %/],
  ];
  for (const [name, text, line, reason] of mistakes) {
    it(`refuses ${name} with file and line`, () => {
      assert.throws(
        () => parsePipeFile(text, 'endpoints/x.pipe'),
        (error) => {
          assert.ok(error instanceof DatafileError);
          assert.match(error.reason, reason);
          assert.equal(error.message, `endpoints/x.pipe:${line}: ${error.reason}`);
          return true;
        },
      );
    });
  }
});
