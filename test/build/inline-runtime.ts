import type {Plugin} from 'vite';

const NAME = 'rolldown-runtime';
const IMPORT = /import\{(\w+)(?: as (\w+))?\}from["'`]\.\/rolldown-runtime-[\w-]+\.js["'`];/;

/**
 * Writes the bundler's few lines for namespaces into each chunk that wants them. In a file of their
 * own they cost a round trip to the server, which nothing can begin before its chunk is there.
 */
export const inlineRuntime: Plugin = {
  name: 'inline-runtime',
  generateBundle(_, bundle) {
    const runtime = Object.values(bundle).find(({fileName}) => fileName.includes(NAME));
    if (runtime?.type !== 'chunk') return;
    const found = /export\{(\w+)(?: as (\w+))?\};?\s*$/.exec(runtime.code);
    if (!found)
      throw new Error('The runtime of the bundler exports more than inlineRuntime knows.');
    const [tail, inner = '', exported = inner] = found;
    const body = runtime.code.slice(0, -tail.length);
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk' || !chunk.imports.includes(runtime.fileName)) continue;
      chunk.code = chunk.code.replace(IMPORT, (_text, name: string, local = name) => {
        if (name !== exported) throw new Error(`The runtime of the bundler has no ${name}.`);
        return `const ${local}=(()=>{${body};return ${inner}})();`;
      });
      if (chunk.code.includes(NAME))
        throw new Error(
          `${chunk.fileName} imports the runtime in a way inlineRuntime does not know.`,
        );
      chunk.imports.splice(chunk.imports.indexOf(runtime.fileName), 1);
    }
    Reflect.deleteProperty(bundle, runtime.fileName);
  },
};
