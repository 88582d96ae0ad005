import {expect} from '@open-wc/testing';
import {type ChartFacts, shownState} from '../../src/elements/chart-state.js';
import {ColumnError} from '../../src/errors/column-error.js';
import {ServerError} from '../../src/errors/request-errors.js';
import type {QueryState} from '../../src/query/query-state.js';
import type {PipeResponse} from '../../src/tinybird/pipe-response.js';

const rows = (count: number): PipeResponse => ({
  meta: [{name: 'n', type: 'UInt64'}],
  data: Array.from({length: count}, (_, n) => ({n})),
  rows: count,
  statistics: null,
});

const query = (partial: Partial<QueryState>): QueryState => ({
  status: 'loading',
  response: null,
  identityKey: null,
  error: null,
  isFetching: false,
  staleReason: null,
  retryAtMs: null,
  answers: 0,
  ...partial,
});

const facts = (partial: Partial<ChartFacts>): ChartFacts => ({
  given: null,
  isActive: true,
  needsCode: false,
  problem: null,
  query: null,
  previous: null,
  ...partial,
});

describe('shownState', () => {
  it('is idle until the chart has been near the viewport', () => {
    expect(shownState(facts({isActive: false})).state).to.equal('idle');
  });

  it('waits until it is known who asks', () => {
    expect(shownState(facts({})).state).to.equal('waiting');
  });

  it('keeps what was on screen while the code for the next drawing loads', () => {
    expect(shownState(facts({needsCode: true})).state).to.equal('loading');
    expect(shownState(facts({needsCode: true, previous: rows(1)}))).to.include({
      state: 'ready',
      staleReason: 'loading',
    });
  });

  it('is ready with rows and empty without', () => {
    const ready = query({status: 'ready', response: rows(2)});
    const empty = query({status: 'ready', response: rows(0)});

    expect(shownState(facts({query: ready})).state).to.equal('ready');
    expect(shownState(facts({query: empty})).state).to.equal('empty');
  });

  it('stays ready and stale when a refetch fails', () => {
    const error = new ServerError('Tinybird answered 500.');
    const failing = query({status: 'ready', response: rows(1), error, staleReason: 'error'});

    const shown = shownState(facts({query: failing}));

    expect(shown).to.include({state: 'ready', staleReason: 'error', error});
  });

  for (const [status, staleReason] of [
    ['loading', 'loading'],
    ['rate-limited', 'rate-limited'],
    ['offline', 'offline'],
    ['error', 'error'],
  ] as const) {
    it(`keeps the rows of the request before while the next one is ${status}`, () => {
      const shown = shownState(facts({query: query({status}), previous: rows(3)}));

      expect(shown).to.include({state: 'ready', staleReason});
      expect(shown.response?.rows).to.equal(3);
    });
  }

  for (const status of ['waiting', 'signed-out', 'no-organization'] as const) {
    it(`shows no earlier rows when the query is ${status}`, () => {
      const shown = shownState(facts({query: query({status}), previous: rows(3)}));

      expect(shown).to.include({state: status, response: null});
    });
  }

  it('shows a wrong setting as an error when nothing was on screen', () => {
    const problem = new ColumnError('x', 'The answer has no column "x".');

    expect(shownState(facts({problem}))).to.include({state: 'error', error: problem});
  });

  it('keeps what was on screen when a setting turns wrong', () => {
    const problem = new ColumnError('x', 'The answer has no column "x".');

    const shown = shownState(facts({problem, previous: rows(1)}));

    expect(shown).to.include({state: 'ready', staleReason: 'error', error: problem});
  });

  it('needs no query for rows that the page gives', () => {
    expect(shownState(facts({given: rows(1), isActive: false})).state).to.equal('ready');
  });
});
