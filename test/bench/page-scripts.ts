import type {BenchQuery} from './contender.js';
import {TELL_DRAWN} from './time-to-drawn.js';

// Two frames after the last rows: the first draws them, the second shows that it has.
const TELL = `requestAnimationFrame(() =>
  requestAnimationFrame(() => ${TELL_DRAWN}));`;

/**
 * The element as pages have it: in their HTML. It tells when all of these charts are drawn, or
 * with `inView` when so many are and the others wait to come near, in ms since navigation.
 */
export function elementMarkup(queries: readonly BenchQuery[], inView?: number): string {
  const tags = queries.map(
    ({host, pipe, params}) => `<div class="holder"><tinybird-chart host="${host}" pipe="${pipe}"
      params='${JSON.stringify(params)}' type="line" index="timestamp" categories="value"
      tenancy="none" no-animation loading="${inView ? 'lazy' : 'eager'}" style="block-size: 100%"></tinybird-chart></div>`,
  );
  const tokens = Object.fromEntries(queries.map(({pipe, token}) => [pipe, token]));
  return `${tags.join('')}<script>
    const tokens = ${JSON.stringify(tokens)};
    const getToken = async ({pipe}) => tokens[pipe];
    const charts = document.querySelectorAll('tinybird-chart');
    let left = ${inView ?? queries.length};
    for (const chart of charts) {
      chart.getToken = getToken;
      chart.addEventListener('tinybird-chart-load', () => {
        left -= 1;
        if (left === 0) ${TELL}
      }, {once: true});
    }
  </script>`;
}

/**
 * As pages have everything else: a script that fetches and draws; it tells the same, with `inView`
 * when so many of all are drawn.
 */
export function peerScript(queries: readonly BenchQuery[], inView = queries.length): string {
  return `<script type="module">
    await bench.drawQueries(${JSON.stringify(queries)}, ${inView});
    await bench.frame();
    ${TELL_DRAWN};
  </script>`;
}
