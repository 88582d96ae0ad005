import * as fc from 'fast-check';
import {runStory} from './support/run-story.js';
import {story} from './support/steps.js';

/** Stories a run plays: `SEQUENCES=20000` for a long night, `SEED` to repeat one. */
const sequences = Number(process.env.SEQUENCES || 2000);
const seed = Number(process.env.SEED || Date.now() % 1_000_000_000);

describe('A page through anything', function () {
  this.timeout(600_000);

  it(`keeps its promises in ${sequences} stories (seed ${seed})`, async () => {
    const startedAtMs = performance.now();
    await fc.assert(
      fc.asyncProperty(story, async ([scene, steps]) => {
        const violations = await runStory(scene, steps);
        if (violations.length > 0) throw new Error(violations.join('\n'));
      }),
      {numRuns: sequences, seed, includeErrorInReport: true},
    );
    const tookS = ((performance.now() - startedAtMs) / 1000).toFixed(1);
    console.log(`${sequences} stories, seed ${seed}, ${tookS} s`);
  });
});
