import {expect} from '@open-wc/testing';
import {assert, nat, property, tuple} from 'fast-check';
import {toEpochMs, toLabel, toNumber, toText} from '../../src/series/cell-value.js';

describe('toNumber', () => {
  for (const [cell, value] of [
    [12, 12],
    ['12.5', 12.5],
    ['-0.001', -0.001],
    ['18446744073709551615', 2 ** 64],
    [true, 1],
    [null, NaN],
    [undefined, NaN],
    ['', NaN],
    [' ', NaN],
    ['nan', NaN],
    ['inf', NaN],
    ['-Infinity', NaN],
    [Infinity, NaN],
    ['twelve', NaN],
    [[1], NaN],
    [{}, NaN],
  ] as const) {
    it(`reads ${JSON.stringify(cell)} as ${value}`, () => {
      expect(toNumber(cell)).to.deep.equal(value);
    });
  }
});

describe('toEpochMs', () => {
  for (const [cell, timeZone, instant] of [
    ['2025-02-03', null, '2025-02-03T00:00:00.000Z'],
    ['2025-02-03 00:04:05', null, '2025-02-03T00:04:05.000Z'],
    ['2025-02-03 00:04:05.1', null, '2025-02-03T00:04:05.100Z'],
    ['2025-02-03 00:04:05.123456', null, '2025-02-03T00:04:05.123Z'],
    ['2025-02-03T00:04:05Z', 'Europe/Berlin', '2025-02-03T00:04:05.000Z'],
    ['2025-02-03T00:04:05+05:30', null, '2025-02-02T18:34:05.000Z'],
    ['2025-02-03 00:00:00', 'Europe/Berlin', '2025-02-02T23:00:00.000Z'],
    ['2025-07-03 00:00:00', 'Europe/Berlin', '2025-07-02T22:00:00.000Z'],
    ['2025-02-03 00:00:00', 'Asia/Kolkata', '2025-02-02T18:30:00.000Z'],
    ['2025-02-03 00:00:00', 'Pacific/Apia', '2025-02-02T11:00:00.000Z'],
    [1_700_000_000, null, '2023-11-14T22:13:20.000Z'],
  ] as const) {
    it(`reads ${cell} in ${timeZone ?? 'no zone'} as ${instant}`, () => {
      expect(new Date(toEpochMs(cell, {timeZone})).toISOString()).to.equal(instant);
    });
  }

  it('reads whole seconds as it reads fractions of them', () => {
    const two = nat(99).map((value) => String(value).padStart(2, '0'));
    assert(
      property(tuple(two, two, two, two, two, two, two), ([c, y, m, d, hour, minute, second]) => {
        const text = `${c}${y}-${m}-${d} ${hour}:${minute}:${second}`;

        expect(toEpochMs(text, {timeZone: null})).to.deep.equal(
          toEpochMs(`${text}.0`, {timeZone: null}),
        );
      }),
    );
  });

  for (const cell of ['2025-02-03 00:04:0x', '2025-02-03 00:04-05', '2025-02-0: 00:04:05']) {
    it(`finds no time in what is nearly one, ${cell}`, () => {
      expect(toEpochMs(cell, {timeZone: null})).to.deep.equal(NaN);
    });
  }

  for (const cell of [null, undefined, '', 'yesterday', '2025', {}, NaN]) {
    it(`finds no time in ${JSON.stringify(cell)}`, () => {
      expect(toEpochMs(cell, {timeZone: null})).to.deep.equal(NaN);
    });
  }
});

describe('toLabel', () => {
  for (const [cell, label] of [
    ['Chrome', 'Chrome'],
    [false, 'false'],
    [null, '(none)'],
    ['', '(none)'],
    [['a', 1], '["a",1]'],
  ] as const) {
    it(`names ${JSON.stringify(cell)} ${label}`, () => {
      expect(toLabel(cell)).to.equal(label);
    });
  }
});

describe('toEpochMs', () => {
  it('gives no time that a date cannot hold', () => {
    expect([-1e21, 8.64e12 + 1, Infinity].map((cell) => toEpochMs(cell, {timeZone: null}))).to.eql([
      NaN,
      NaN,
      NaN,
    ]);
  });
});

describe('toText', () => {
  it('of what JSON cannot write is a sign', () => {
    const round: Record<string, unknown> = {};
    round['self'] = round;

    const texts = [round, {n: 1n}, Object.create(null), () => 1].map(toText);

    expect(texts).to.deep.equal(['…', '…', '{}', '() => 1']);
  });

  it('of what is nested very deep is never an exception', () => {
    const deep = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)) as unknown;

    expect(['[', '…']).to.include(toText(deep).charAt(0));
  });
});
