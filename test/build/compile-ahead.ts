import type {Plugin} from 'vite';

const HINT = '//# allFunctionsCalledOnLoad\n';

/**
 * Chunks of which a first line chart calls nearly all: asking, shaping, drawing. The tag's script
 * is needed at once, so that there is no time to compile it ahead.
 */
const CHUNKS = new Set(['engine', 'drawn-views', 'charting-parts']);

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
