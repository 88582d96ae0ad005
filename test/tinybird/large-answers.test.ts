import {expect} from '@open-wc/testing';
import {UnexpectedResponseError} from '../../src/errors/request-errors.js';
import {parsePipeResponse} from '../../src/tinybird/response-schema.js';

const meta = [
  {name: 'id', type: 'UInt64'},
  {name: 'rate', type: 'Nullable(Float64)'},
  {name: 'text', type: 'String'},
  {name: 'list', type: 'Array(Map(String, UInt8))'},
];

/** Cells that look like what stands between two rows. */
const TEXTS = ['},{', '} , {', '}],"data":[{', '\\"},{\\"', 'é😀', '"', '\\'];

const rowAt = (at: number) => ({
  id: `${9_007_199_254_740_993n + BigInt(at)}`,
  rate: at % 3 === 0 ? null : at / 8,
  text: `${TEXTS[at % TEXTS.length] ?? ''} ${'x'.repeat(at % 50)}`,
  list: [{a: 1}, {b: at % 9}],
});

const rows = Array.from({length: 12_000}, (_, at) => rowAt(at));

/** As ClickHouse writes it, with bare integers. */
function bodyOf(tail = `,"rows":${rows.length},"statistics":null`, line = '\n\t\t'): string {
  const data = rows.map(({id, ...row}) => `{"id":${id},${JSON.stringify(row).slice(1)}`);
  return `{"meta":${JSON.stringify(meta)},"data":[${line}${data.join(`,${line}`)}${line}]${tail}}`;
}

async function failure(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => 'nothing failed',
    (error: unknown) => error,
  );
}

describe('an answer of more than a megabyte', () => {
  for (const line of ['', '\n\t\t']) {
    it(`has every cell of its text${line ? ' on many lines' : ''}`, async () => {
      const body = bodyOf(undefined, line);
      expect(body.length).to.be.above(1_000_000);

      const answer = await parsePipeResponse('sales', body, new AbortController().signal);

      expect(answer.rows).to.equal(rows.length);
      expect(answer.meta).to.deep.equal(meta);
      expect(JSON.stringify(answer.data)).to.equal(JSON.stringify(rows));
    });
  }

  it('counts its rows where it does not say how many they are', async () => {
    expect((await parsePipeResponse('sales', bodyOf(''))).rows).to.equal(rows.length);
  });

  it('keeps the number of rows that it says', async () => {
    expect((await parsePipeResponse('sales', bodyOf(',"rows":7'))).rows).to.equal(7);
  });

  it('is read with columns that come after the rows', async () => {
    const data = JSON.stringify(rows);
    const body = `{"data":${data},"meta":${JSON.stringify(meta)}}`;

    expect((await parsePipeResponse('sales', body)).data.length).to.equal(rows.length);
  });

  it('is no answer when it breaks off', async () => {
    const error = await failure(parsePipeResponse('sales', bodyOf().slice(0, -40)));

    expect(error).to.be.instanceOf(UnexpectedResponseError);
    expect(String(error)).to.contain('other than JSON');
  });

  it('is no answer when a row is none', async () => {
    const error = await failure(parsePipeResponse('sales', bodyOf().replace('},', '},7,')));

    expect(error).to.be.instanceOf(UnexpectedResponseError);
  });

  it('is not read on when it is not wanted any more', async () => {
    const abort = new AbortController();
    const outcome = failure(parsePipeResponse('sales', bodyOf(), abort.signal));
    const reason = new Error('not wanted');

    abort.abort(reason);

    expect(await outcome).to.equal(reason);
  });
});
