import type {Plugin} from 'vite';
import {pickEarlyChunks} from './early-chunks.js';

// https://v8.dev/blog/explicit-compile-hints; to other engines it is a comment.
const HINT = '//# allFunctionsCalledOnLoad\n';

/**
 * Has browsers compile the files that every chart runs whole while they download, off the main
 * thread, in place of each function when it is first called. Comes after what removes comments.
 */
export const compileHints: Plugin = {
  name: 'compile-hints',
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
    for (const chunk of pickEarlyChunks(chunks)) chunk.code = HINT + chunk.code;
  },
};
