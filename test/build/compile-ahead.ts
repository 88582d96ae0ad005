import type {Plugin} from 'vite';
import {DRAWING_CHUNKS} from './drawing-chunks.js';

const HINT = '//# allFunctionsCalledOnLoad\n';

/**
 * Has Chrome and Edge (from 136) compile every function of what draws beside the page's thread, as it
 * arrives; else each is compiled there at its first call, and a first line chart calls nearly all. What
 * asks is run as soon as it is there, so that there is no time to compile it ahead. Elsewhere the line
 * is a comment.
 * https://v8.dev/blog/explicit-compile-hints
 */
export const compileAhead: Plugin = {
  name: 'compile-ahead',
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle))
      if (chunk.type === 'chunk' && DRAWING_CHUNKS.includes(chunk.name))
        chunk.code = HINT + chunk.code;
  },
};
