import type {DocumentationPage} from './documentation.js';
import {SITE_MAP} from './site-map.js';

const INTRODUCTION = `# tinybird-chart

> One HTML tag draws a Tinybird pipe for the person who is signed in with Clerk, and never shows one
> customer the rows of another.`;

/** The list of pages in the form of llmstxt.org. */
export function llmsText(pages: readonly DocumentationPage[]): string {
  const groups = SITE_MAP.map(({title, pages: names}) => {
    const lines = names.flatMap((name) => {
      const page = pages.find((each) => each.name === name);
      return page ? [`- [${page.title}](${name}.html): ${page.description}`] : [];
    });
    return `## ${title}\n\n${lines.join('\n')}`;
  });
  const all = '- [Everything in one file](llms-full.txt)';
  return `${[INTRODUCTION, ...groups, `## Optional\n\n${all}`].join('\n\n')}\n`;
}

/** Every page as Markdown, one after the other. */
export function llmsFullText(pages: readonly DocumentationPage[]): string {
  const texts = pages.map(({title, body}) => `# ${title}\n\n${body}`);
  return `${[INTRODUCTION, ...texts].join('\n\n')}\n`;
}
