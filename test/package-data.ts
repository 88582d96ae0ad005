// Writes what editors and other tools read about the tags into dist, from the docs blocks of the
// elements. The last step of `npm run build`.
import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {create, ts} from '@custom-elements-manifest/analyzer/index.js';
import {litPlugin} from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(`${root}${path}`, 'utf8');

interface Described {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
  readonly type?: {readonly text: string};
}

interface Declaration extends Described {
  readonly tagName?: string;
  readonly customElement?: boolean;
  readonly attributes?: readonly Described[];
  readonly members?: readonly (Described & {kind: string; privacy?: string; static?: boolean})[];
  readonly slots?: readonly Described[];
  readonly cssParts?: readonly Described[];
  readonly cssProperties?: readonly Described[];
  readonly events?: readonly Described[];
}

interface Manifest {
  readonly modules: readonly {readonly declarations?: readonly Declaration[]}[];
}

/** Everything that is known about the tags, by file name in dist. */
export function packageData(): Record<string, unknown> {
  const manifest = create({
    modules: readdirSync(`${root}src/elements`)
      .filter((file) => /^(settings-element|tinybird-\w+)\.ts$/.test(file))
      .map((file) => `src/elements/${file}`)
      .map((path) =>
        ts.createSourceFile(path, read(path), ts.ScriptTarget.ES2022, /* setParentNodes */ true),
      ),
    plugins: litPlugin(),
    context: {dev: false},
  }) as Manifest;
  const modules = manifest.modules
    .map((module) => ({...module, declarations: module.declarations?.map(toTag)}))
    .filter(({declarations = []}) => declarations.some(isTag));
  const tags = modules.flatMap(({declarations = []}) => declarations).filter(isTag);
  const {name, version} = JSON.parse(read('package.json')) as Described & {
    version: string;
  };
  return {
    'custom-elements.json': {...manifest, modules},
    'vscode.html-custom-data.json': {version: 1.1, tags: tags.map(toHtmlData)},
    'web-types.json': {
      $schema: 'https://json.schemastore.org/web-types',
      name,
      version,
      'description-markup': 'markdown',
      contributions: {html: {elements: tags.map(toWebType)}},
    },
  };
}

/** Tag of each class, as `define.ts` registers them. */
const TAGS = new Map(
  [...read('src/define.ts').matchAll(/'([\w-]+)': (\w+);/g)].map(([, tag, name]) => [name, tag]),
);

/** Adds the tag, and leaves out events that have no name of their own: the docs block names them. */
function toTag(declaration: Declaration): Declaration {
  const tagName = TAGS.get(declaration.name);
  if (tagName === undefined) return declaration;
  const events = (declaration.events ?? []).filter(({description}) => description);
  return {...declaration, customElement: true, tagName, events};
}

const isTag = (declaration: Declaration): declaration is Declaration & {tagName: string} =>
  declaration.tagName !== undefined;

const CHECKED = read('src/elements/wrong-setting.ts');

/** Values that editors offer: those that the elements accept, or members of a union of texts. */
function choicesOf({name, type}: Described): string[] {
  const [, accepted] = new RegExp(`^  ${name}: \\[([^\\]]+)\\]`, 'm').exec(CHECKED) ?? [];
  const text = accepted ?? type?.text ?? '';
  return [...text.matchAll(/'([^']+)'/g)].map(([, choice]) => choice ?? '');
}

function toHtmlData({tagName, description, attributes = []}: Declaration) {
  return {
    name: tagName,
    description,
    attributes: attributes.map((attribute) => ({
      name: attribute.name,
      description: attribute.description,
      values: choicesOf(attribute).map((name) => ({name})),
    })),
  };
}

function toWebType(declaration: Declaration) {
  const {tagName, description, attributes = [], members = [], events = []} = declaration;
  const {slots = [], cssParts = [], cssProperties = []} = declaration;
  const described = ({name, description}: Described) => ({name, description});
  const isPublic = ({kind, privacy, static: isStatic}: (typeof members)[number]) =>
    kind === 'field' && privacy === undefined && !isStatic;
  return {
    name: tagName,
    description,
    attributes: attributes.map(({type, ...attribute}) => ({
      ...described(attribute),
      value: {type: type?.text ?? 'string'},
    })),
    slots: slots.map(described),
    js: {
      properties: members.filter(isPublic).map(({type, ...member}) => ({
        ...described(member),
        type: type?.text,
      })),
      events: events.map(described),
    },
    css: {parts: cssParts.map(described), properties: cssProperties.map(described)},
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(`${root}dist`, {recursive: true});
  for (const [file, content] of Object.entries(packageData()))
    writeFileSync(`${root}dist/${file}`, `${JSON.stringify(content, null, 2)}\n`);
}
