import * as fc from 'fast-check';
import {elementStory} from './support/elements/element-steps.js';
import {replaceObservers} from './support/elements/model-viewport.js';
import {runElementStory} from './support/elements/run-element-story.js';
import {loadTwoCopies, type ScriptCopy} from './support/elements/script-copies.js';

/** Stories a run plays: `SEQUENCES=20000` plays a tenth as many here. */
const sequences = process.env.SEQUENCES ? Math.ceil(Number(process.env.SEQUENCES) / 10) : 150;
const seed = Number(process.env.SEED || Date.now() % 1_000_000_000);

describe('Charts through anything', function () {
  this.timeout(1_200_000);
  let copies: readonly ScriptCopy[];

  before(async () => {
    replaceObservers();
    copies = await loadTwoCopies();
  });

  it(`keep their promises in ${sequences} stories (seed ${seed})`, async () => {
    const startedAtMs = performance.now();
    await fc.assert(
      fc.asyncProperty(elementStory, async ([scene, first, steps]) => {
        const violations = await runElementStory(scene, [first, ...steps], copies);
        if (violations.length > 0) throw new Error(violations.join('\n'));
      }),
      {numRuns: sequences, seed, includeErrorInReport: true},
    );
    const tookS = ((performance.now() - startedAtMs) / 1000).toFixed(1);
    console.log(`${sequences} stories, seed ${seed}, ${tookS} s`);
  });
});
