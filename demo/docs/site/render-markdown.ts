import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import diff from 'highlight.js/lib/languages/diff';
import sql from 'highlight.js/lib/languages/sql';
import typescript from 'highlight.js/lib/languages/typescript';
import {Marked, type Tokens} from 'marked';
import {colouredCode} from './coloured-code.js';
import type {LinkTarget} from './link-target.js';
import {anchorOf} from './markdown-sections.js';

/** A heading of a page below its title. */
export interface Heading {
  readonly level: number;
  readonly anchor: string;
  readonly text: string;
}

/** A page's Markdown as HTML, and what there is to check and to list. */
export interface RenderedMarkdown {
  readonly html: string;
  readonly headings: readonly Heading[];
  /** Targets on the site, as they are written into the HTML. */
  readonly links: readonly string[];
}

for (const [name, language] of Object.entries({bash, diff, sql, typescript}))
  hljs.registerLanguage(name, language);
hljs.registerAliases(['html', 'vue', 'svelte', 'astro'], {languageName: 'xml'});
hljs.registerAliases(['js', 'jsx'], {languageName: 'javascript'});
hljs.registerAliases(['ts', 'tsx'], {languageName: 'typescript'});
hljs.registerAliases(['sh'], {languageName: 'bash'});

/** Renders Markdown: headings with anchors, coloured code with a copy button, live charts. */
export function renderMarkdown(markdown: string, linkTarget: LinkTarget): RenderedMarkdown {
  const headings: Heading[] = [];
  const links: string[] = [];
  const marked = new Marked({
    renderer: {
      heading({tokens, depth, text}: Tokens.Heading) {
        const anchor = anchorOf(text);
        headings.push({level: depth, anchor, text: text.replace(/[`*]/g, '')});
        const content = this.parser.parseInline(tokens);
        return `<h${depth} id="${anchor}"><a class="anchor" href="#${anchor}">${content}</a></h${depth}>\n`;
      },
      link({href, tokens}: Tokens.Link) {
        const target = linkTarget(href);
        const content = this.parser.parseInline(tokens);
        if (target === null) return `<code class="file">${content}</code>`;
        links.push(target);
        return `<a href="${escapeHtml(target)}">${content}</a>`;
      },
      code({text, lang = ''}: Tokens.Code) {
        const [language = '', ...options] = lang.split(' ');
        const block = codeBlock(text, language);
        if (!options.includes('live')) return block;
        return `<figure class="live"><div class="stage">${text}</div>${block}</figure>\n`;
      },
      table(token: Tokens.Table) {
        const row = (cells: readonly Tokens.TableCell[], tag: string) =>
          `<tr>${cells.map((cell) => `<${tag}>${this.parser.parseInline(cell.tokens)}</${tag}>`).join('')}</tr>`;
        const columns = token.header.map(({text}) => text.replace(/[`*@]/g, '')).join(', ');
        const label = `${headings.at(-1)?.text ?? 'Table'}: ${columns}`;
        return `<div class="table" role="region" aria-label="${escapeHtml(label)}" tabindex="0"><table><thead>${row(token.header, 'th')}</thead><tbody>${token.rows.map((cells) => row(cells, 'td')).join('')}</tbody></table></div>\n`;
      },
    },
  });
  const html = marked.parse(markdown, {async: false});
  return {html, headings, links};
}

function codeBlock(text: string, language: string): string {
  const name = language === '' ? 'text' : language;
  return `<div class="code-block" data-language="${name}"><pre class="code" tabindex="0"><code>${colouredCode(text, language)}</code></pre></div>\n`;
}

/** Text for HTML and attribute values. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
