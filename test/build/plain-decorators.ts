import type {Plugin} from 'vite';

const IMPORT = /import _decorate from "@oxc-project\/runtime\/helpers\/decorate";/;
const CALL = /_decorate\(\[([^\]]*)\], (\w+\.prototype, "\w+"), void 0\)/g;

/**
 * Calls decorators of fields where the compiler has a helper call them: here each field has one, which
 * returns nothing, so that the helper's other half is never run.
 */
export const plainDecorators: Plugin = {
  name: 'plain-decorators',
  enforce: 'post',
  transform: {
    filter: {id: /\/src\/elements\/.*\.ts$/, code: IMPORT},
    handler(code, id) {
      const plain = code.replace(IMPORT, '').replace(CALL, '$1($2)');
      if (plain.includes('_decorate'))
        throw new Error(`${id} is compiled in a way plainDecorators does not know.`);
      return plain;
    },
  },
};
