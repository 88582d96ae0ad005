import {before, describe, it} from 'node:test';
import * as fc from 'fast-check';
import {useScene} from './support/scene.js';
import {clerkStory} from './support/stories/clerk-steps.js';
import {runClerkStory} from './support/stories/run-clerk-story.js';
import {learnRows} from './support/stories/story-tabs.js';
import type {KnownRows} from './support/stories/watch-page.js';

/** Stories a run plays: `SEQUENCES=30` for a longer one, `SEED` to repeat one. */
const sequences = Number(process.env['SEQUENCES'] ?? 2);
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000_000);

describe('two tabs of one visitor, with the real clerk-js', () => {
  const scene = useScene();
  let known: KnownRows;
  before(async () => {
    known = await learnRows(scene);
  });

  const title = `keep their promises in ${sequences} stories (seed ${seed})`;
  it(title, {timeout: 1_800_000}, async (t) => {
    const startedAtMs = performance.now();
    await fc.assert(
      fc.asyncProperty(clerkStory, async (steps) => {
        const violations = await runClerkStory(scene, known, steps);
        if (violations.length > 0) throw new Error(violations.join('\n'));
      }),
      // A story takes seconds: a shorter one is looked for by hand.
      {numRuns: sequences, seed, endOnFailure: true, includeErrorInReport: true},
    );
    t.diagnostic(
      `${sequences} stories, seed ${seed}, ${((performance.now() - startedAtMs) / 1000).toFixed(1)} s`,
    );
  });
});
