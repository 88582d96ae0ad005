import {readFileSync} from 'node:fs';
import type {Plugin} from 'vite';

/** A name that Chart.js keeps to itself: all that begin with one underscore. */
const PRIVATE = /(?<![\w$])_[a-zA-Z]{3,}\b/g;

/** Names that Chart.js puts together of parts, and those that pages may write in options. */
const KEPT = /^_(onData|\w+DatasetHoverStyle$|scriptable$|indexable$|fallback$|allKeys$)/;

/** Where it puts names together; others than these have to be looked at. */
const COMPUTED = ["'_' + prefix", "'_onData' + _capitalize", "'_' + name"];

const FILE = /\/chart\.js\/dist\/(chart|chunks\/index)\.js(\?|$)/;

/** Shortens the private names of Chart.js, which no minifier may do by itself. */
export const shortenChart: Plugin = {
  name: 'shorten-chart',
  transform: {
    filter: {id: FILE},
    handler(code, id) {
      const dist = id.replace(/\/dist\/.*/, '/dist/');
      const names = shortNames(dist);
      return code.replace(PRIVATE, (name) => names.get(name) ?? name);
    },
  },
};

/**
 * The same for all modules of Chart.js in the folder `dist`; still with an underscore, which it reads.
 *
 * @throws {Error} where Chart.js has another shape than is known here.
 */
export function shortNames(dist: string): ReadonlyMap<string, string> {
  const text = ['chart.js', 'chunks/index.js']
    .map((file) => readFileSync(dist + file, 'utf8'))
    .join('\n');
  const computed = text.match(/['"`]_\w*['"`] \+ \w+/g) ?? [];
  if (computed.join() !== COMPUTED.join())
    throw new Error(`Chart.js makes private names by ${computed.join(', ')}: see shortenChart.`);
  const counts = new Map<string, number>();
  for (const [name] of text.matchAll(PRIVATE))
    if (!KEPT.test(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([name], at) => [name, `_${(at + 10).toString(36)}`] as const);
  const known = new Set(text.match(/[\w$]+/g));
  if (names.some(([, short]) => known.has(short)))
    throw new Error('Chart.js has short private names of its own: see shortenChart.');
  return new Map(names);
}
