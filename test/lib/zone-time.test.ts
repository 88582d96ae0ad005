import {expect} from '@open-wc/testing';
import {isTimeZone} from '../../src/lib/intl-names.js';
import {fromWallTime, toWallTime, zoneOffsetMs} from '../../src/lib/zone-time.js';

const HOUR = 3_600_000;

describe('zone time', () => {
  for (const [zone, instant, hours] of [
    ['UTC', '2024-07-01T00:00Z', 0],
    ['Europe/Berlin', '2024-01-01T00:00Z', 1],
    ['Europe/Berlin', '2024-07-01T00:00Z', 2],
    ['Europe/Berlin', '2024-03-31T00:59:59.999Z', 1],
    ['Europe/Berlin', '2024-03-31T01:00:00.000Z', 2],
    ['Europe/Berlin', '2024-10-27T00:59:59.999Z', 2],
    ['Europe/Berlin', '2024-10-27T01:00:00.000Z', 1],
    ['America/New_York', '2024-03-10T06:59:59.999Z', -5],
    ['America/New_York', '2024-03-10T07:00:00.000Z', -4],
    ['Asia/Kolkata', '2024-03-10T07:00:00.000Z', 5.5],
    ['Pacific/Apia', '2011-12-30T09:59:59.999Z', -10],
    ['Pacific/Apia', '2011-12-30T10:00:00.000Z', 14],
  ] as const) {
    it(`${zone} is ${hours} hours ahead at ${instant}`, () => {
      expect(zoneOffsetMs(zone, Date.parse(instant)) / HOUR).to.equal(hours);
    });
  }

  for (const [zone, wall, occurrence, instant] of [
    ['Europe/Berlin', '2024-10-27T02:30Z', 'earlier', '2024-10-27T00:30Z'],
    ['Europe/Berlin', '2024-10-27T02:30Z', 'later', '2024-10-27T01:30Z'],
    ['Europe/Berlin', '2024-03-31T02:30Z', 'earlier', '2024-03-31T01:30Z'],
    ['America/New_York', '2024-11-03T01:15Z', 'earlier', '2024-11-03T05:15Z'],
    ['America/New_York', '2024-11-03T01:15Z', 'later', '2024-11-03T06:15Z'],
    ['America/New_York', '2024-03-10T02:30Z', 'earlier', '2024-03-10T07:30Z'],
    ['Asia/Kolkata', '2024-03-10T00:00Z', 'earlier', '2024-03-09T18:30Z'],
    ['Pacific/Apia', '2011-12-31T00:00Z', 'earlier', '2011-12-30T10:00Z'],
    ['America/Sao_Paulo', '2018-11-04T00:00Z', 'earlier', '2018-11-04T03:00Z'],
  ] as const) {
    it(`${wall} on a wall in ${zone}, ${occurrence}, is ${instant}`, () => {
      const result = fromWallTime(zone, Date.parse(wall), occurrence);
      expect(new Date(result).toISOString()).to.equal(new Date(instant).toISOString());
    });
  }

  it('leads back from wall time to the same instant', () => {
    const instant = Date.parse('1972-06-30T23:59:59.999Z');
    expect(fromWallTime('America/New_York', toWallTime('America/New_York', instant))).to.equal(
      instant,
    );
  });

  it('tells zones from other names', () => {
    expect([isTimeZone('Asia/Kolkata'), isTimeZone('Mars/Olympus')]).to.deep.equal([true, false]);
  });
});
