import {expect} from '@open-wc/testing';
import {numberOrder} from '../../src/series/number-order.js';
import {seededRandom} from '../model/support/seeded-random.js';

/** Numbers of every size, some of them often, and gaps. */
function numbersOf(count: number, seed: number): Float64Array {
  const random = seededRandom(seed);
  const special = [0, -0, NaN, 1, -1, 2 ** 53, -(2 ** 53), 5e-324, -Number.MAX_VALUE, 0.1];
  return Float64Array.from({length: count}, () => {
    const kind = random();
    if (kind < 0.3) return special[Math.floor(random() * special.length)] ?? 0;
    if (kind < 0.6) return Math.floor(random() * 20) - 10;
    return (random() - 0.5) * 10 ** Math.floor(random() * 40 - 20);
  });
}

/** The same by pairs, as slow as it is plain. */
function byPairs(numbers: Float64Array, isAscending: boolean): number[] {
  const sign = isAscending ? 1 : -1;
  return [...numbers.keys()].sort((left, right) => {
    const [one, other] = [numbers[left]!, numbers[right]!];
    if (Number.isNaN(one) || Number.isNaN(other)) return +Number.isNaN(one) - +Number.isNaN(other);
    return sign * (one < other ? -1 : one > other ? 1 : 0);
  });
}

describe('numberOrder', () => {
  for (const [way, isAscending] of [
    ['up', true],
    ['down', false],
  ] as const)
    it(`goes ${way} as a sort by pairs does, gaps last and equal ones in their order`, () => {
      for (let seed = 1; seed <= 20; seed += 1) {
        const numbers = numbersOf(seed * 40, seed);
        expect([...numberOrder(numbers, isAscending)]).to.deep.equal(byPairs(numbers, isAscending));
      }
    });

  it('takes no number, and leaves those it is given as they are', () => {
    const numbers = Float64Array.of(2, -0, 1);
    expect([...numberOrder(new Float64Array(0), true)]).to.deep.equal([]);
    expect([...numberOrder(numbers, true)]).to.deep.equal([1, 2, 0]);
    expect([...numbers]).to.deep.equal([2, -0, 1]);
  });
});
