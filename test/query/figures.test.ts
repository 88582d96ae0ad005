import {expect} from '@open-wc/testing';
import {jsonResponse} from '../support/fake-fetch.js';
import {setUp} from './support/set-up.js';

describe('an inspected query', () => {
  it('says which status its own latest request had', async () => {
    const {clock, observe} = setUp(({url}) =>
      url.pathname.includes('sales') ? undefined : jsonResponse(404, {}),
    );
    const chart = observe();
    const other = observe({pipe: 'visits'});
    await clock.advance(0);

    expect(other.inspect().lastStatus).to.equal(404);
    expect(chart.inspect().lastStatus).to.equal(null);
  });

  it('counts the requests of the whole page', async () => {
    const {clock, observe} = setUp();
    const chart = observe();
    observe({pipe: 'visits'});
    await clock.advance(0);

    expect(chart.inspect().requestsInLastMinute).to.equal(2);
    await clock.advance(60_000);
    expect(chart.inspect().requestsInLastMinute).to.equal(0);
  });

  it('knows how often it and the other queries of the page ask', () => {
    const {observe} = setUp();
    observe({refreshIntervalMs: 60_000});
    const chart = observe({refreshIntervalMs: 5_000});
    observe({pipe: 'visits'});

    expect(chart.inspect().intervalMs).to.equal(5_000);
    expect(chart.inspect().pageIntervalsMs).to.deep.equal([5_000, Infinity]);
  });

  it('leaves queries without charts out of the page', () => {
    const {observe} = setUp();
    const chart = observe();
    const gone = observe({pipe: 'visits', refreshIntervalMs: 5_000});

    gone.stop();

    expect(chart.inspect().pageIntervalsMs).to.deep.equal([Infinity]);
  });
});
