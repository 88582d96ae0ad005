import {expect} from '@open-wc/testing';
import {RequestLog} from '../../src/tinybird/request-log.js';
import {pace} from './support/pace.js';

const sales = {host: 'https://api.tinybird.co', pipe: 'sales', params: {}};

describe('RequestLog', () => {
  it('counts the requests of the last minute', () => {
    const log = new RequestLog();
    log.add(sales, 0);
    log.add(sales, 30_000);

    expect(log.countRecent(59_999)).to.equal(2);
    expect(log.countRecent(60_000)).to.equal(1);
    expect(log.countRecent(90_000)).to.equal(0);
  });

  it('knows the latest request of a query for as long as the query lives', () => {
    const log = new RequestLog();
    log.add(sales, 0).status = 200;
    log.add({...sales}, 600_000).status = 500;

    expect(log.latest(sales)?.status).to.equal(200);
  });
});

describe('Pacer, inspected', () => {
  const inspect = (pacer: ReturnType<typeof pace>['pacer']) => pacer.inspect('one');

  it('says nothing of a limit that nobody has drawn on', () => {
    expect(inspect(pace().pacer)).to.equal(null);
  });

  it('knows the rate that the token names', async () => {
    const {pacer, clock, want} = pace();
    want('a');
    await clock.advance(0);

    expect(inspect(pacer)).to.deep.equal({
      requestsPerSecond: 10,
      allowance: 10,
      pauseLeftMs: 0,
      refusedForMs: 0,
      waiting: 0,
    });
  });

  it('calls the rate unknown where the token names none', () => {
    const {pacer, want} = pace();
    want('a', {requestsPerSecond: null});

    expect(inspect(pacer)).to.include({requestsPerSecond: null, allowance: null});
  });

  it('counts what waits for this limit alone', async () => {
    const {pacer, clock, want} = pace({isHeld: true});
    for (const name of ['a', 'b', 'c']) want(name, {requestsPerSecond: 1});
    want('d', {bucket: 'two', requestsPerSecond: 1});
    want('e', {bucket: 'two', requestsPerSecond: 1});
    await clock.advance(0);

    expect(inspect(pacer)?.waiting).to.equal(2);
  });

  it('counts a pause down and says what a refusal has left of the rate', async () => {
    const {pacer, clock, want, started} = pace({isHeld: true});
    want('a');
    await clock.advance(0);
    started[0]!.permit.refuse(4_000);

    await clock.advance(1_000);

    expect(inspect(pacer)).to.include({pauseLeftMs: 3_000, requestsPerSecond: 10, allowance: 1});
  });
});
