import assert from 'node:assert/strict';
import {after, before, beforeEach, describe, it} from 'node:test';

import type {SeededStore} from './seeded-store.js';
import {openSeededStore} from './seeded-store.js';

let store: SeededStore;

before(async () => {
  store = await openSeededStore([
    'events',
    'live_events',
    'organizations',
    'plans',
    'type_samples',
  ]);
});

after(() => store.close());

describe('seed of events', () => {
  beforeEach(() => store.empty('events'));

  it('gives two windows that touch the rows of one window over both', async () => {
    await store.seed('events', '2026-03-02 10:17:33', '2026-03-09 08:40:05');
    const whole = await fingerprint('events');
    await store.empty('events');

    await store.seed('events', '2026-03-02 10:17:33', '2026-03-04 23:59:59');
    await store.seed('events', '2026-03-04 23:59:59', '2026-03-05 00:10:00');
    await store.seed('events', '2026-03-05 00:10:00', '2026-03-09 08:40:05');

    assert.deepEqual(await fingerprint('events'), whole);
  });

  it('draws nothing outside its window', async () => {
    await store.seed('events', '2026-03-02 10:17:33', '2026-03-03 08:40:05');

    const [extent] = await store.rows(
      `SELECT min(timestamp) >= '2026-03-02 10:17:33', max(timestamp) < '2026-03-03 08:40:05' FROM events`,
    );

    assert.deepEqual(extent, [1, 1]);
  });

  it('draws nothing for an empty window', async () => {
    await store.seed('events', '2026-03-02 10:17:33', '2026-03-02 10:17:33');

    assert.deepEqual(await store.rows('SELECT count() FROM events'), [[0]]);
  });
});

describe('a year of events', () => {
  before(async () => {
    await store.empty('events');
    await store.seed('events', '2025-11-23 18:00:00', '2026-11-23 18:00:00');
  });

  it('holds at least 1.2 million', async () => {
    const [[events] = []] = await store.rows('SELECT count() FROM events');

    assert.ok(Number(events) >= 1_200_000, `${String(events)} events`);
  });

  it('belongs to four organizations of very different size', async () => {
    const sizes = await store.rows(
      'SELECT org_id, round(100 * count() / (SELECT count() FROM events)) FROM events GROUP BY org_id ORDER BY count() DESC',
    );

    assert.deepEqual(sizes, [
      ['acme', 68],
      ['globex', 27],
      ['initech', 5],
      ['umbrella', 0],
    ]);
  });

  it('leaves a few hundred to the smallest organization', async () => {
    const [[events] = []] = await store.rows(
      `SELECT count() FROM events WHERE org_id = 'umbrella'`,
    );

    assert.ok(Number(events) > 200 && Number(events) < 1000, `${String(events)} events`);
  });

  it('begins each session with its only session_start', async () => {
    const [[broken] = []] = await store.rows(
      `SELECT count() FROM (
         SELECT countIf(event = 'session_start') AS starts, argMin(event, timestamp) AS first_event, min(timestamp) AS began
         FROM events GROUP BY session_id
         HAVING began > '2025-11-23 19:00:00' AND (starts != 1 OR first_event != 'session_start'))`,
    );

    assert.equal(broken, 0);
  });

  it('ends each session within an hour', async () => {
    const [[longestS] = []] = await store.rows(
      `SELECT max(length_s) FROM (
         SELECT dateDiff('second', min(timestamp), max(timestamp)) AS length_s FROM events GROUP BY session_id)`,
    );

    assert.ok(Number(longestS) < 3600, `${String(longestS)} s`);
  });

  it('loses people at each step of the sign-up', async () => {
    const [steps = []] = await store.rows(
      `SELECT countIf(event = 'session_start'), countIf(event = 'pricing_viewed'), countIf(event = 'signup_started'),
         countIf(event = 'signup_completed'), countIf(event = 'subscribed') FROM events WHERE org_id = 'acme'`,
    );

    const counts = steps.map(Number);
    assert.deepEqual(
      counts,
      counts.toSorted((a, b) => b - a),
    );
    assert.equal(new Set(counts).size, 5);
  });

  it('is busier on working days for a company and at weekends for a network of friends', async () => {
    const ratios = await store.rows(
      `SELECT org_id, avgIf(visits, toDayOfWeek(day) > 5) > avgIf(visits, toDayOfWeek(day) < 6)
       FROM (SELECT org_id, toDate(timestamp) AS day, count() AS visits FROM events GROUP BY org_id, day)
       WHERE org_id IN ('globex', 'initech') GROUP BY org_id ORDER BY org_id`,
    );

    assert.deepEqual(ratios, [
      ['globex', 0],
      ['initech', 1],
    ]);
  });

  it('is as busy in summer time at the same hour of the clock', async () => {
    const busiest = await store.rows(
      `SELECT month, argMax(hour, visits) FROM (
         SELECT toMonth(timestamp) AS month, toHour(timestamp, 'Europe/Berlin') AS hour, count() AS visits
         FROM events WHERE org_id = 'globex' AND event = 'session_start' AND month IN (2, 7) GROUP BY month, hour)
       GROUP BY month ORDER BY month`,
    );

    for (const [month, hour] of busiest) {
      assert.ok(Math.abs(Number(hour) - 13) <= 1, `month ${String(month)}: ${String(hour)} h`);
    }
  });

  it('has an outage of four hours in a quarter, in which durations soar', async () => {
    const [quarters = []] = await store.rows(
      `SELECT uniqExact(quarter), max(hours) FROM (
         SELECT toStartOfQuarter(hour) AS quarter, count() AS hours FROM (
           SELECT toStartOfHour(timestamp) AS hour FROM events WHERE timestamp >= '2026-01-01'
           GROUP BY hour HAVING quantile(0.5)(duration_ms) > 500)
         GROUP BY quarter)`,
    );

    const [seen, hours] = quarters.map(Number);
    assert.ok(seen !== undefined && seen >= 3 && hours !== undefined && hours <= 5);
  });

  it('takes money only for subscriptions', async () => {
    const events = await store.rows(
      'SELECT DISTINCT event FROM events WHERE revenue > 0 ORDER BY event',
    );

    assert.deepEqual(events, [['renewed'], ['subscribed']]);
  });
});

describe('seeds without a window', () => {
  for (const [datasource, count] of [
    ['organizations', 5],
    ['plans', 4],
    ['type_samples', 48],
  ] as const) {
    it(`adds ${datasource} once, however often it runs`, async () => {
      await store.seed(datasource, '', '');
      await store.seed(datasource, '', '');

      assert.deepEqual(await store.rows(`SELECT count() FROM ${datasource}`), [[count]]);
    });
  }
});

describe('seed of live_events', () => {
  beforeEach(() => store.empty('live_events'));

  it('draws no more than the last two hours', async () => {
    await store.seed('live_events', '2026-03-02 00:00:00', '2026-03-09 08:00:00');

    const [[first] = []] = await store.rows(
      'SELECT toString(toStartOfMinute(min(timestamp))) FROM live_events',
    );

    assert.equal(first, '2026-03-09 06:00:00');
  });

  it('draws nothing for an empty window', async () => {
    await store.seed('live_events', '2026-03-09 08:00:00', '2026-03-09 08:00:00');

    assert.deepEqual(await store.rows('SELECT count() FROM live_events'), [[0]]);
  });
});

function fingerprint(table: string): Promise<unknown[][]> {
  return store.rows(`SELECT count(), toString(sum(cityHash64(*))) FROM ${table}`);
}
