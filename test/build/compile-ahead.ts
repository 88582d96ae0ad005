import type {Plugin} from 'vite';

const HINT = '//# allFunctionsCalledOnLoad\n';

/**
 * Chunks of which a first line chart calls nearly all, and that arrive before its rows. What asks for
 * these is run as soon as it is there, so that there is no time to compile it ahead.
 */
const CHUNKS = new Set(['drawn-views', 'charting-parts']);

/**
 * Has Chrome and Edge (from 136) compile every function of these chunks beside the page's thread, as
 * they arrive; else each is compiled there at its first call. Elsewhere the line is a comment.
 * https://v8.dev/blog/explicit-compile-hints
 */
export const compileAhead: Plugin = {
  name: 'compile-ahead',
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle))
      if (chunk.type === 'chunk' && CHUNKS.has(chunk.name)) chunk.code = HINT + chunk.code;
  },
};
