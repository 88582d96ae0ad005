import {expect} from '@open-wc/testing';
import {jsonResponse, rowsResponse} from '../support/fake-fetch.js';
import {setUp} from './support/set-up.js';

/** Has a chart of that year that leaves with its rows, for longer than one that moves. */
async function watchBriefly({clock, observe}: ReturnType<typeof setUp>, year: string) {
  const chart = observe({params: {year}});
  await clock.advance(0);
  chart.stop();
  await clock.advance(100);
}

/** An answer with so many cells, names of columns among them. */
const answerOf = (cells: number) =>
  jsonResponse(200, {
    meta: Array.from({length: 1_000}, (_, at) => ({name: `column_${at}`, type: 'UInt8'})),
    data: Array.from({length: cells / 1_000 - 1}, () => ({})),
  });

describe('QueryCache, of queries that nobody watches,', () => {
  it('keeps rows for the next chart for five minutes', async () => {
    const {clock, source, observe} = setUp();
    observe().stop();
    observe().stop();
    const chart = observe();
    await clock.advance(0);
    chart.stop();

    await clock.advance(299_000);
    const kept = source.observers;
    await clock.advance(2_000);

    expect([kept, source.observers]).to.deep.equal([1, 0]);
  });

  it('keeps the rows of at most twenty queries', async () => {
    const page = setUp();

    for (let year = 0; year < 30; year += 1) await watchBriefly(page, `${year}`);

    expect(page.source.observers).to.equal(20);
  });

  it('counts no queries whose charts may only be moving', async () => {
    const {clock, network, observe} = setUp();
    const watchThirty = (from: number) =>
      Array.from({length: 30}, (_, at) => observe({params: {year: `${from + at}`}}));
    const gone = watchThirty(1900);
    const moving = watchThirty(2000);
    await clock.advance(0);
    for (const chart of gone) chart.stop();
    await clock.advance(60);
    for (const chart of moving) chart.stop();
    await clock.advance(40);

    watchThirty(2000);
    await clock.advance(0);

    expect(network.requests).to.have.length(60);
  });

  it('keeps at most a million cells, and forgets the longest idle first', async () => {
    const page = setUp(() => answerOf(300_000));
    const {source, network} = page;
    for (const year of ['2023', '2024', '2025', '2026']) await watchBriefly(page, year);
    const kept = source.observers;
    const asked = network.requests.length;

    await watchBriefly(page, '2024');
    const again = network.requests.length;
    await watchBriefly(page, '2023');

    expect([kept, asked, again, network.requests.length]).to.deep.equal([3, 4, 4, 5]);
  });

  it('keeps what others may need rather than one answer of more than a million cells', async () => {
    let cells = 1_000;
    const page = setUp(() => answerOf(cells));
    await watchBriefly(page, '2025');
    cells = 1_001_000;
    await watchBriefly(page, '2026');

    expect(page.source.observers).to.equal(1);
  });

  it('does not keep a failure', async () => {
    let answers = 0;
    const {clock, observe} = setUp(() =>
      (answers += 1) === 1 ? jsonResponse(404, {}) : rowsResponse(),
    );
    const chart = observe();
    await clock.advance(0);
    chart.stop();
    await clock.advance(200);

    const next = observe();
    await clock.advance(0);

    expect(chart.states.at(-1)?.status).to.equal('error');
    expect(next.state.status).to.equal('ready');
  });
});
