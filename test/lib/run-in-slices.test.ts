import {expect} from '@open-wc/testing';
import {runInSlices} from '../../src/lib/run-in-slices.js';
import {runAtOnce} from '../../src/lib/steps.js';

function* countUntil(isEnough: () => boolean) {
  let steps = 0;
  for (; !isEnough(); steps += 1) yield;
  return steps;
}

describe('runInSlices', () => {
  it('lets other tasks of the page come in between', async () => {
    let hasCome = false;
    setTimeout(() => (hasCome = true));

    expect(
      await runInSlices(
        countUntil(() => hasCome),
        () => undefined,
      ),
    ).to.be.above(0);
  });

  it('takes no step after it is stopped', async () => {
    let steps = 0;
    const endless = countUntil(() => (steps += 1) < 0);
    const reason = new Error('stop');

    const error = await runInSlices(endless, () => {
      throw reason;
    }).catch((cause: unknown) => cause);

    const taken = steps;
    await new Promise((resolve) => setTimeout(resolve));
    expect([error, steps]).to.deep.equal([reason, taken]);
  });

  it('gives what the steps give, as taking them at once does', async () => {
    let calls = 0;
    const atFive = () => (calls += 1) % 6 === 0;

    expect(await runInSlices(countUntil(atFive), () => undefined)).to.equal(5);
    expect(runAtOnce(countUntil(atFive))).to.equal(5);
  });
});
