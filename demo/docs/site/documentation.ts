import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {packageData} from '../../../test/package-data.js';
import {
  type AttributeEntry,
  attributeEntries,
  type Described,
  type ReferenceSources,
  type TagDeclaration,
} from './attribute-entries.js';
import {assemblePage, type AssembledPage} from './assemble-page.js';
import {linkTargets} from './link-target.js';
import {renderMarkdown, type RenderedMarkdown} from './render-markdown.js';
import {PAGE_NAMES} from './site-map.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** A page as Markdown and as HTML. */
export interface DocumentationPage extends AssembledPage, RenderedMarkdown {}

/** What the playground offers. */
export interface PlaygroundReference {
  readonly attributes: readonly AttributeEntry[];
  readonly customProperties: readonly Described[];
}

/** The whole documentation, read once. */
export interface Documentation {
  readonly pages: readonly DocumentationPage[];
  readonly playground: PlaygroundReference;
}

/**
 * Reads and renders every page.
 *
 * @throws {Error} naming the page that asks for something that is not there.
 */
export function readDocumentation(): Documentation {
  const sources = readSources();
  const assembled = PAGE_NAMES.map((name) =>
    assemblePage(name, readFileSync(join(root, 'demo/docs', `${name}.md`), 'utf8'), sources),
  );
  const linkTarget = linkTargets(assembled, sources.readme);
  const chart = sources.tags.find(({tagName}) => tagName === 'tinybird-chart');
  return {
    pages: assembled.map((page) => ({...page, ...renderMarkdown(page.body, linkTarget)})),
    playground: {
      attributes: attributeEntries(sources, 'tinybird-chart'),
      customProperties: chart?.cssProperties ?? [],
    },
  };
}

interface HtmlData {
  readonly tags: readonly {
    readonly name: string;
    readonly attributes: readonly {
      readonly name: string;
      readonly values: readonly {readonly name: string}[];
    }[];
  }[];
}

/** The README and the manifest, which tests hold to the sources. */
export function readSources(): ReferenceSources {
  const data = packageData();
  const {modules} = data['custom-elements.json'] as {
    modules: readonly {declarations?: readonly TagDeclaration[]}[];
  };
  const {tags} = data['vscode.html-custom-data.json'] as HtmlData;
  const choices = new Map(
    tags.flatMap(({attributes}) =>
      attributes.map(({name, values}) => [name, values.map((value) => value.name)] as const),
    ),
  );
  return {
    tags: modules.flatMap(({declarations = []}) => declarations),
    readme: readFileSync(join(root, 'README.md'), 'utf8'),
    choicesOf: ({name}) => choices.get(name) ?? [],
  };
}
