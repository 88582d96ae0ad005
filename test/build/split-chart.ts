import {readFileSync} from 'node:fs';
import {analyze} from 'eslint-scope';
import {rolldown} from 'rolldown';
import type {Plugin} from 'vite';
import {assertStill, stillChart} from './still-chart.js';

/** A part of Chart.js that is loaded late, by a file that imports it. */
export interface LateChartPart {
  /** The file, and nothing else may import what is in it. */
  readonly file: string;
  /** Exports that it adds. */
  readonly exports?: readonly string[];
  /** What takes the place of declarations until they are there, as an expression. */
  readonly instead?: Readonly<Record<string, string>>;
  /** What is done when they are, and the declarations that this names. */
  readonly then?: {readonly code: string; readonly names: readonly string[]};
}

/** How Chart.js is cut. */
export interface ChartSplit {
  /** Exports that every chart on a canvas needs; all others are gone from `chart.js`. */
  readonly first: readonly string[];
  readonly later: readonly LateChartPart[];
}

type Program = Parameters<typeof analyze>[0];

/**
 * Cuts Chart.js in parts, as bundlers cannot load half of a module late. Only whole declarations move;
 * the build fails where Chart.js has another shape than is known here.
 */
export function splitChart({first, later}: ChartSplit): Plugin {
  let merged: Promise<string> | undefined;
  return {
    name: 'split-chart',
    enforce: 'pre',
    async resolveId(source, importer) {
      const at = later.findIndex(({file}) => importer?.endsWith(file));
      if (source !== 'chart.js' || at < 0) return null;
      const chart = await this.resolve(source, importer, {skipSelf: true});
      return chart && {id: `${chart.id}?later=${at}`, moduleSideEffects: true};
    },
    async load(id) {
      const [path = '', query] = id.split('?');
      if (!path.endsWith('/chart.js/dist/chart.js')) return null;
      const parse = (text: string) => this.parse(text, {range: true}) as Program;
      const code = await (merged ??= mergeModules(path, (text) => stillChart(text, parse)));
      const standIns = new Map(later.flatMap(({instead = {}}) => Object.entries(instead)));
      const module = readModule(code, parse(code), standIns);
      const kept = module.reach(first.map(module.localOf));
      const inner = [...kept].filter((name) => !module.isImport(name));
      if (query === undefined) {
        const hidden = inner.filter((name) => !first.includes(name));
        return [
          module.text(kept),
          ...[...standIns].map(([name, text]) => `let ${name} = ${text};${setterOf(name)}`),
          `export {${[...hidden, ...[...standIns.keys()].map(setterName), ...first.map(module.toExport)].join()}};`,
        ].join('\n');
      }
      const part = later[Number(query.replace('later=', ''))];
      const {exports = [], instead = {}, then = {code: '', names: []}} = part ?? {};
      const own = Object.keys(instead);
      const wanted = module.reach([...exports.map(module.localOf), ...then.names], own);
      const moved = new Set([...wanted].filter((name) => !kept.has(name) || own.includes(name)));
      const shared = [...inner.filter((name) => wanted.has(name) && !moved.has(name))];
      assertStill(module.text(new Set([...kept, ...wanted])));
      return [
        `import {${[...shared, ...own.map(setterName)].join()}} from ${JSON.stringify(path)};`,
        module.text(moved, own),
        ...own.map((name) => `${setterName(name)}(${name});`),
        then.code,
        `export {${exports.map(module.toExport).join()}};`,
      ].join('\n');
    },
  };
}

const setterName = (name: string) => `set_${name}`;
const setterOf = (name: string) => `function ${setterName(name)}(late) {${name} = late}`;

/** Chart.js is two modules, whose declarations are cut alike. */
async function mergeModules(path: string, change: (code: string) => string): Promise<string> {
  const bundle = await rolldown({
    input: path,
    external: /^@kurkle\//,
    plugins: [
      {
        name: 'change-chart',
        load: (id) => (id === path ? change(readFileSync(path, 'utf8')) : null),
      },
    ],
  });
  const {output} = await bundle.generate({format: 'esm'});
  return output[0].code;
}

/** Names at the top of a module, what each needs, and the text of those that are wanted. */
function readModule(code: string, program: Program, standIns: ReadonlyMap<string, string>) {
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
  for (const name of standIns.keys())
    if (!homes.has(name)) throw new Error(`Chart.js has no ${name}, which splitChart moves.`);
  const isImport = (name: string) => body[homes.get(name) ?? -1]?.type === 'ImportDeclaration';
  /** All that these names need, themselves included; behind what is replaced only that of `own`. */
  const reach = (names: readonly string[], own: readonly string[] = []) => {
    const found = new Set<string>();
    const visit = (name: string): void => {
      if (found.has(name)) return;
      found.add(name);
      if (!standIns.has(name) || own.includes(name)) needs[homes.get(name) ?? -1]?.forEach(visit);
    };
    [...names, ...own].forEach(visit);
    return found;
  };
  const text = (names: ReadonlySet<string>, own: readonly string[] = []) => {
    const declared = [...names].filter((name) => !standIns.has(name) || own.includes(name));
    const places = new Set(declared.map((name) => homes.get(name)));
    return body
      .filter(({type}, place) => type === 'ImportDeclaration' || places.has(place))
      .map(({range: [start, end] = [0, 0]}) => code.slice(start, end))
      .join('\n');
  };
  const localOf = (name: string) => {
    const local = exports.get(name);
    if (local === undefined) throw new Error(`Chart.js has no ${name}, which splitChart wants.`);
    return local;
  };
  const toExport = (name: string) => `${localOf(name)} as ${name}`;
  return {isImport, localOf, toExport, reach, text};
}
