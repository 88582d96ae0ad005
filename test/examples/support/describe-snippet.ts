import assert from 'node:assert/strict';
import {it} from 'node:test';
import {readChart, waitForState} from '../../e2e/support/charts.js';
import {signIn} from '../../e2e/support/sign-in.js';
import {visits} from './describe-example.js';
import type {Example, ExampleSite} from './use-example.js';

/** The tests of what `npx tinybird-chart init` prints for the example's framework. */
export function describeSnippet(example: Example, site: ExampleSite = 'snippet', path = '/'): void {
  it('draws the rows of the visitor who is signed in, without a complaint', async () => {
    const {page, complaints} = await example.open(site, path);
    await signIn(page, example.stack, 'grace', 'globex');
    await waitForState(page, 'ready');

    assert.deepEqual((await readChart(page)).data, await visits(example.stack, 'globex'));
    assert.deepEqual(complaints, []);
  });
}
