import type {AssembledPage} from './assemble-page.js';
import {sectionsOf} from './markdown-sections.js';

/** Where links of a page lead once it is on the site; null for a file of the repository alone. */
export type LinkTarget = (href: string) => string | null;

/** A page of the documentation: `theming.md#themes` or, from the README, `demo/docs/theming.md` */
const PAGE_LINK = /^(?:demo\/docs\/)?([\w-]+)\.md(#.*)?$/;

/**
 * Makes the way from links in Markdown to links on the site. Headings of the README are on the page
 * that has taken them in, else on the page that their section links to first.
 */
export function linkTargets(pages: readonly AssembledPage[], readme: string): LinkTarget {
  const places = new Map<string, string>();
  for (const {anchor, body} of sectionsOf(readme)) {
    const [, page] = /\]\(demo\/docs\/([^)\s]+)\)/.exec(body) ?? [];
    if (page !== undefined) places.set(anchor, page.replace('.md', '.html'));
  }
  for (const {name, taken, title} of pages) {
    for (const anchor of taken) {
      const isTitle = sectionsOf(readme).some(
        (section) => section.anchor === anchor && section.title === title,
      );
      places.set(anchor, `${name}.html${isTitle ? '' : `#${anchor}`}`);
    }
  }
  return (href) => {
    if (/^(https?:|#)/.test(href)) return href;
    const [, page, anchor = ''] = PAGE_LINK.exec(href) ?? [];
    if (page !== undefined) return `${page}.html${anchor}`;
    const [, section] = /^\.\.\/\.\.\/README\.md#(.+)$/.exec(href) ?? [];
    return section === undefined ? null : (places.get(section) ?? `README.md#${section}`);
  };
}
