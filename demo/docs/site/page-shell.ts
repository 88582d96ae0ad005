import type {DocumentationPage} from './documentation.js';
import {escapeHtml} from './render-markdown.js';
import {PAGE_NAMES, SITE_MAP} from './site-map.js';

const LOGO = `<svg viewBox="0 0 28 28" aria-hidden="true"><rect width="28" height="28" rx="8" fill="var(--accent)"/><path d="M7 19.5V15m4.67 4.5v-8m4.66 8V14m4.67 5.5v-11" stroke="var(--accent-text)" stroke-width="2.6" stroke-linecap="round"/></svg>`;
const LENS = `<svg viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round"><circle cx="11" cy="11" r="6.5"/><path d="m16 16 4.5 4.5"/></svg>`;

/** Where the parts of a page are. */
export interface ShellOptions {
  /** Path of the folder with the pages' scripts and styles, with a slash at the end. */
  readonly folder: string;
  /** Whether the local stack serves the page, so that charts can have real rows. */
  readonly hasStack: boolean;
}

/** The document of one page: header, navigation, text, contents, neighbours. */
export function pageShell(
  page: DocumentationPage,
  pages: readonly DocumentationPage[],
  {folder, hasStack}: ShellOptions,
): string {
  const {name, title, description, html} = page;
  const stack = hasStack
    ? `data-host="%TINYBIRD_HOST%"
      data-clerk-publishable-key="%CLERK_PUBLISHABLE_KEY%"
      data-clerk-proxy-url="%CLERK_PROXY_URL%"
      data-jwt-template="%CLERK_JWT_TEMPLATE%"`
    : '';
  return `<!doctype html>
<html lang="en" data-rows="${hasStack ? 'stack' : 'samples'}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${escapeHtml(title)} · tinybird-chart</title>
    <meta name="description" content="${escapeHtml(description)}" />
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="${folder}client/docs.css" />
    <script>
      document.documentElement.dataset.theme = localStorage.getItem('demo-theme') ?? '';
    </script>
    <script type="module" src="${folder}client/docs.ts"></script>
    <script type="module" src="/tinybird-chart.js" ${stack}></script>
  </head>
  <body>
    <a class="skip-link" href="#content">Skip to the content</a>
    <header class="top">
      <a class="brand" href="index.html">${LOGO}<span>tinybird-chart</span></a>
      <button class="button search-button" type="button" aria-haspopup="dialog" aria-keyshortcuts="/">
        ${LENS}<span>Search</span><kbd aria-hidden="true">/</kbd>
      </button>
      <button class="icon-button theme-button" type="button"></button>
    </header>
    <div class="layout${name === 'playground' ? ' wide' : ''}">
      <details class="pages" open>
        <summary>Pages</summary>
        <nav aria-label="Pages">${navigation(name, pages)}</nav>
      </details>
      <main id="content" tabindex="-1">
        <article>
          <h1>${escapeHtml(title)}</h1>
          ${html}
        </article>
        ${neighbours(name, pages)}
      </main>
      ${contents(page)}
    </div>
  </body>
</html>
`;
}

const titleOf = (name: string, pages: readonly DocumentationPage[]) =>
  escapeHtml(pages.find((page) => page.name === name)?.title ?? name);

function navigation(current: string, pages: readonly DocumentationPage[]): string {
  return SITE_MAP.map(({title, pages: names}) => {
    const items = names.map((name) => {
      const mark = name === current ? ' aria-current="page"' : '';
      return `<li><a href="${name}.html"${mark}>${titleOf(name, pages)}</a></li>`;
    });
    return `<h2>${title}</h2><ul>${items.join('')}</ul>`;
  }).join('');
}

function contents({headings, name}: DocumentationPage): string {
  const shown = headings.filter(({level}) => level === 2 || level === 3);
  if (shown.length < 2 || name === 'playground') return '';
  const items = shown.map(
    ({level, anchor, text}) =>
      `<li class="level-${level}"><a href="#${anchor}">${escapeHtml(text)}</a></li>`,
  );
  return `<nav class="contents" aria-labelledby="contents-title"><h2 id="contents-title">On this page</h2><ul>${items.join('')}</ul></nav>`;
}

function neighbours(name: string, pages: readonly DocumentationPage[]): string {
  const at = PAGE_NAMES.indexOf(name);
  const link = (other: string | undefined, label: string) =>
    other === undefined
      ? '<span></span>'
      : `<a class="${label.toLowerCase()}" href="${other}.html"><span>${label}</span> ${titleOf(other, pages)}</a>`;
  return `<nav class="neighbours" aria-label="Neighbouring pages">${link(PAGE_NAMES[at - 1], 'Previous')}${link(PAGE_NAMES[at + 1], 'Next')}</nav>`;
}
