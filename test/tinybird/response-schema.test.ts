import {expect} from '@open-wc/testing';
import {assert, asyncProperty, json as anyJson, oneof, tuple} from 'fast-check';
import {UnexpectedResponseError} from '../../src/errors/request-errors.js';
import {responseIssues} from '../../src/tinybird/response-issues.js';
import {parsePipeResponse} from '../../src/tinybird/response-schema.js';

const meta = [
  {name: 'day', type: 'Date'},
  {name: 'visits', type: 'UInt64'},
];

async function refusal(body: string): Promise<UnexpectedResponseError> {
  try {
    await parsePipeResponse('sales', body);
  } catch (error) {
    if (error instanceof UnexpectedResponseError) return error;
  }
  throw new Error('The body was taken.');
}

describe('parsePipeResponse', () => {
  it('gives columns, rows and statistics', async () => {
    const statistics = {elapsed: 0.1, rows_read: 10, bytes_read: 80};
    const data = [{day: '2026-01-01', visits: 7}];
    const body = JSON.stringify({meta, data, rows: 1, rows_before_limit_at_least: 1, statistics});

    expect(await parsePipeResponse('sales', body)).to.deep.equal({meta, data, rows: 1, statistics});
  });

  it('counts rows itself where the answer does not', async () => {
    const body = JSON.stringify({meta, data: [{}, {}]});

    expect((await parsePipeResponse('sales', body)).rows).to.equal(2);
  });

  for (const statistics of [undefined, null, 'none', {elapsed: 'long'}]) {
    it(`takes ${JSON.stringify(statistics)} statistics for none`, async () => {
      const body = JSON.stringify({meta, data: [], rows: 0, statistics});

      expect((await parsePipeResponse('sales', body)).statistics).to.equal(null);
    });
  }

  it('keeps integers beyond 2^53 as text and smaller ones as numbers', async () => {
    const body = `{"meta":${JSON.stringify(meta)},"data":[{"visits":9007199254740993},{"visits":3}]}`;

    const {data} = await parsePipeResponse('sales', body);

    expect(data).to.deep.equal([{visits: '9007199254740993'}, {visits: 3}]);
  });

  for (const type of ['Float64', 'Nullable(Float64)', 'SimpleAggregateFunction(sum, Float64)']) {
    it(`gives numbers for a ${type} that is written without a point`, async () => {
      const body = `{"meta":[{"name":"x","type":"${type}"}],"data":[{"x":100000000000000000000}]}`;

      expect((await parsePipeResponse('sales', body)).data).to.deep.equal([{x: 1e20}]);
    });
  }

  const broken: [string, string][] = [
    ['nothing', ''],
    ['HTML', '<html></html>'],
    ['an array', '[]'],
    ['null', 'null'],
    ['no meta', '{"data":[]}'],
    ['no data', '{"meta":[]}'],
    ['data that is no list', '{"meta":[],"data":{}}'],
    ['a row that is a list', '{"meta":[],"data":[[1]]}'],
    ['a row that is null', '{"meta":[],"data":[null]}'],
    ['a column without type', '{"meta":[{"name":"x"}],"data":[]}'],
  ];
  for (const [what, body] of broken) {
    it(`refuses ${what}`, async () => {
      const error = await refusal(body);

      expect(error.code).to.equal('unexpected-response');
      expect(error.message).to.contain('"sales"');
    });
  }

  it('lists where the answer differs', async () => {
    const {issues} = await refusal('{"meta":[{"name":"x"}],"data":[]}');
    const [issue] = issues;

    expect(issue).to.match(/^meta\.0\.type: /);
  });

  it('takes what the schema takes and refuses what it refuses', async () => {
    const columns = anyJson().map((text) => `[{"name":"x","type":"Date"},${text}]`);
    const body = oneof(
      anyJson(),
      tuple(anyJson(), anyJson()).map(([head, rows]) => `{"meta":${head},"data":${rows}}`),
      tuple(columns, anyJson()).map(([head, row]) => `{"meta":${head},"data":[{},${row}]}`),
      anyJson().map((row) => `{"meta":[{"name":"x","type":"Date"}],"data":[${row}]}`),
    );
    await assert(
      asyncProperty(body, async (text) => {
        const isTaken = await parsePipeResponse('sales', text).then(
          () => true,
          () => false,
        );

        expect(isTaken).to.equal(responseIssues(JSON.parse(text)).length === 0);
      }),
    );
  });

  it('lists five issues at most, without cells', async () => {
    const body = JSON.stringify({meta, data: Array(9).fill('secret')});

    const {issues, message} = await refusal(body);

    expect(issues).to.have.lengthOf(5);
    expect(message).not.to.contain('secret');
  });
});
