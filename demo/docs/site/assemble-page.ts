// A page as plain Markdown: what it takes from the README and from the manifest is filled in. On
// GitHub the same file shows a link in place of the section, and nothing in place of a table.

import type {ReferenceSources} from './attribute-entries.js';
import {sectionsOf, withHeadingsAt} from './markdown-sections.js';
import {referenceTable} from './reference-tables.js';

/** A page without its HTML. */
export interface AssembledPage {
  readonly name: string;
  readonly title: string;
  /** The first paragraph, as text. */
  readonly description: string;
  /** Markdown below the title. */
  readonly body: string;
  /** Anchors of the README's headings that the page has taken in. */
  readonly taken: readonly string[];
}

/** A paragraph that is one link to the README: `[The JWT template](../../README.md#the-jwt-template)` */
const SECTION_LINK = /^\[[^\]]+\]\(\.\.\/\.\.\/README\.md#([\w-]+)\)$/gm;

/** `<!-- attributes of tinybird-chart -->` */
const TABLE = /^<!-- ([\w-]+) of ([\w-]+) -->$/gm;

/**
 * Fills a page in.
 *
 * @throws {Error} when it names a section or table that there is not, or has no title.
 */
export function assemblePage(
  name: string,
  source: string,
  sources: ReferenceSources,
): AssembledPage {
  const [, title = ''] = /^# (.+)\n/.exec(source) ?? [];
  if (title === '') throw new Error(`${name}.md does not begin with a title.`);
  const readmeSections = sectionsOf(sources.readme);
  const taken: string[] = [];
  const body = source
    .slice(source.indexOf('\n'))
    .replace(SECTION_LINK, (_, anchor: string) => {
      const section = readmeSections.find((each) => each.anchor === anchor);
      if (!section)
        throw new Error(`${name}.md takes the README's "${anchor}", which is not there.`);
      const text = section.title === title ? section.body : `# ${section.title}\n\n${section.body}`;
      taken.push(...sectionsOf(`# ${section.title}\n${section.body}`).map((each) => each.anchor));
      return withHeadingsAt(fromRoot(text), 2);
    })
    .replace(TABLE, (_, kind: string, tag: string) => referenceTable(sources, kind, tag))
    .trim();
  return {name, title, description: descriptionOf(body), body: fromRootInTables(body), taken};
}

/** Where a link of the README leads, for pages two folders below. */
function fromRoot(markdown: string): string {
  return markdown.replace(LINK, (whole, target: string) => {
    if (/^https?:/.test(target)) return whole;
    if (target.startsWith('#')) return `](../../README.md${target})`;
    if (target.startsWith('demo/docs/')) return `](${target.slice('demo/docs/'.length)})`;
    return `](../../${target})`;
  });
}

/** Sentences of the README's tables come with links as the README has them. */
function fromRootInTables(markdown: string): string {
  return markdown
    .split('\n')
    .map((line) => (line.startsWith('| `') && line.includes('](#') ? fromRoot(line) : line))
    .join('\n');
}

const LINK = /\]\(([^)\s]+)\)/g;

function descriptionOf(body: string): string {
  const [first = ''] = body.split(/\n\n/);
  return first
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/[`*]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
