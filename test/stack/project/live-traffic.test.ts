import assert from 'node:assert/strict';
import {describe, it, mock} from 'node:test';

import type {LiveEvent} from '../../../demo/stack/project/live-traffic.js';
import {buildLiveEvents, startLiveTraffic} from '../../../demo/stack/project/live-traffic.js';

const HALF = (): number => 0.5;

describe('buildLiveEvents', () => {
  it('draws more for a larger organization', () => {
    const events = buildLiveEvents(0, 10_000, HALF);

    const count = (slug: string): number => events.filter((each) => each.org_id === slug).length;
    assert.deepEqual([count('acme'), count('globex'), count('initech')], [26, 8, 2]);
  });

  it('writes times as the data source reads them', () => {
    const [event] = buildLiveEvents(1_770_000_000_000, 1_770_000_010_000, HALF);

    assert.equal(event?.timestamp, '2026-02-02 02:40:05.000');
  });

  it('counts a long sleep as one minute', () => {
    const hour = 3_600_000;

    assert.equal(buildLiveEvents(0, hour, HALF).length, buildLiveEvents(0, 60_000, HALF).length);
  });
});

describe('startLiveTraffic', () => {
  it('sends a batch for each interval until it is stopped', async (context) => {
    context.mock.timers.enable({apis: ['setTimeout', 'Date']});
    const batches: (readonly LiveEvent[])[] = [];
    const send = (events: readonly LiveEvent[]): Promise<void> => {
      batches.push(events);
      return Promise.resolve();
    };
    const stop = startLiveTraffic({send, onError: assert.ifError, random: HALF});

    context.mock.timers.tick(2000);
    await settled();
    context.mock.timers.tick(2000);
    await settled();
    stop();
    context.mock.timers.tick(10_000);

    assert.equal(batches.length, 2);
  });

  it('reports a failed batch and goes on', async (context) => {
    context.mock.timers.enable({apis: ['setTimeout', 'Date']});
    const failure = new Error('refused');
    const send = mock.fn(() => Promise.reject(failure));
    const onError = mock.fn();
    const stop = startLiveTraffic({send, onError, random: HALF});

    context.mock.timers.tick(2000);
    await settled();
    context.mock.timers.tick(2000);
    await settled();
    stop();

    assert.deepEqual(
      onError.mock.calls.map((call) => call.arguments[0] as unknown),
      [failure, failure],
    );
  });
});

// A batch passes through three promises before the next timer starts.
async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
}
