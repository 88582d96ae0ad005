import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {useBuiltPages} from './support/built-page.js';

/** As many as ask at once where no limit is known. */
const PIPES = Array.from({length: 10}, (_, at) => `pipe_${at}`);

const tags = PIPES.map(
  (pipe) => `<tinybird-chart pipe="${pipe}" type="line" loading="eager"></tinybird-chart>`,
);

/** Each chart has a token of its own, so that none waits for that of another. */
const SET_UP = `<script>
  const asked = [];
  for (const chart of document.querySelectorAll('tinybird-chart'))
    Object.assign(chart, {
      getToken: async ({pipe}) => 'token of ' + pipe,
      fetch: (url) => {
        asked.push(new URL(url).pathname.match(/pipe_\\d+/)[0]);
        return new Promise(() => {});
      },
    });
</script>`;

describe('charts that the script finds in a page', () => {
  const openBuiltPage = useBuiltPages();

  it('ask in the order of the page', async () => {
    const {page} = await openBuiltPage(tags.join('') + SET_UP);
    await page.waitForFunction(`asked.length === ${PIPES.length}`);

    assert.deepEqual(await page.evaluate('asked'), PIPES);
  });
});
