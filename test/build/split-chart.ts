import {readFileSync} from 'node:fs';
import {analyze} from 'eslint-scope';
import type {Plugin} from 'vite';
import {assertStill, stillChart} from './still-chart.js';

/** How the one module of Chart.js is cut. */
export interface ChartSplit {
  /** Exports that every chart on a canvas needs; all others are gone from `chart.js`. */
  readonly first: readonly string[];
  /** Exports that `file` imports, and nothing else may. */
  readonly later: readonly string[];
  readonly file: string;
}

type Program = Parameters<typeof analyze>[0];

/**
 * Cuts Chart.js in two, as bundlers cannot load half of a module late. Only whole declarations move;
 * the build fails where Chart.js has another shape than is known here.
 */
export function splitChart({first, later, file}: ChartSplit): Plugin {
  return {
    name: 'split-chart',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (source !== 'chart.js' || !importer?.endsWith(file)) return null;
      const chart = await this.resolve(source, importer, {skipSelf: true});
      return chart && `${chart.id}?later`;
    },
    load(id) {
      const [path = '', query] = id.split('?');
      if (!path.endsWith('/chart.js/dist/chart.js')) return null;
      const parse = (text: string) => this.parse(text, {range: true}) as Program;
      const code = stillChart(readFileSync(path, 'utf8'), parse);
      const module = readModule(code, parse(code));
      const kept = module.reach(first);
      const inner = [...kept].filter((name) => !module.isImport(name));
      const hidden = inner.filter((name) => !first.includes(name));
      const toExports = (names: readonly string[]) =>
        names.map((name) => `${module.exports.get(name)} as ${name}`);
      if (query !== 'later')
        return `${module.text(kept)}\nexport {${[...hidden, ...toExports(first)].join()}};`;
      const wanted = module.reach(later);
      const moved = new Set([...wanted].filter((name) => !kept.has(name)));
      const shared = inner.filter((name) => wanted.has(name));
      assertStill(module.text(new Set([...kept, ...wanted])));
      return `import {${shared.join()}} from ${JSON.stringify(path)};
        ${module.text(moved)}\nexport {${toExports(later).join()}};`;
    },
  };
}

/** Names at the top of a module, what each needs, and the text of those that are wanted. */
function readModule(code: string, program: Program) {
  const {body} = program;
  const {scopes} = analyze(program, {ecmaVersion: 2022, sourceType: 'module'});
  const variables = scopes.find(({type}) => type === 'module')?.variables ?? [];
  const homeOf = ({range}: {range?: [number, number] | undefined}) =>
    body.findIndex(
      ({range: [start, end] = [0, 0]}) => range && range[0] >= start && range[1] <= end,
    );
  const homes = new Map(variables.map(({name, defs}) => [name, homeOf(defs[0]?.name ?? {})]));
  const needs = body.map(() => new Set<string>());
  for (const {name, references} of variables)
    for (const {identifier} of references) needs[homeOf(identifier)]?.add(name);
  const exports = new Map<string, string>();
  for (const statement of body) {
    if (statement.type === 'ExportNamedDeclaration' && !statement.declaration)
      for (const {exported, local} of statement.specifiers)
        if ('name' in exported && 'name' in local) exports.set(exported.name, local.name);
    if (!/^(Function|Class|Variable|Import|ExportNamed)Declaration$/.test(statement.type))
      throw new Error(`Chart.js runs a ${statement.type}, which splitChart cannot place.`);
  }
  const isImport = (name: string) => body[homes.get(name) ?? -1]?.type === 'ImportDeclaration';
  const reach = (names: readonly string[]) => {
    const found = new Set<string>();
    const visit = (name: string): void => {
      if (found.has(name)) return;
      found.add(name);
      needs[homes.get(name) ?? -1]?.forEach(visit);
    };
    for (const name of names) {
      const local = exports.get(name);
      if (local === undefined) throw new Error(`Chart.js has no ${name}, which splitChart wants.`);
      visit(local);
    }
    return found;
  };
  const text = (names: ReadonlySet<string>) => {
    const places = new Set([...names].map((name) => homes.get(name)));
    return body
      .filter(({type}, place) => type === 'ImportDeclaration' || places.has(place))
      .map(({range: [start, end] = [0, 0]}) => code.slice(start, end))
      .join('\n');
  };
  return {exports, isImport, reach, text};
}
