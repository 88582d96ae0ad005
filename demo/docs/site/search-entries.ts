import type {DocumentationPage} from './documentation.js';
import {sectionsOf} from './markdown-sections.js';

/** One place that the search can find. */
export interface SearchEntry {
  /** Address on the site, which is unique. */
  readonly id: string;
  readonly title: string;
  /** Title of the page; equal to `title` for the page itself. */
  readonly page: string;
  /** First words below the heading. */
  readonly text: string;
}

const TEXT_LENGTH = 400;

/** Every page and every heading, for the search. */
export function searchEntries(pages: readonly DocumentationPage[]): SearchEntry[] {
  return pages.flatMap(({name, title, description, body}) => [
    {id: `${name}.html`, title, page: title, text: description},
    ...sectionsOf(body).map((section) => ({
      id: `${name}.html#${section.anchor}`,
      title: section.title.replace(/[`*]/g, ''),
      page: title,
      text: plainText(section.body),
    })),
  ]);
}

function plainText(markdown: string): string {
  return markdown
    .replace(/^```[\s\S]*?^```$/gm, '')
    .replace(/^#+ /gm, '')
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/[`*|]|-{3,}/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, TEXT_LENGTH);
}
