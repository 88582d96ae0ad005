import assert from 'node:assert/strict';
import {existsSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {
  type DocumentationPage,
  readDocumentation,
  readSources,
} from '../../demo/docs/site/documentation.js';
import {llmsFullText, llmsText} from '../../demo/docs/site/llms-text.js';
import {searchEntries} from '../../demo/docs/site/search-entries.js';
import {PAGE_NAMES} from '../../demo/docs/site/site-map.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const {pages} = readDocumentation();
const sources = readSources();

/** Every address that the site has. */
const places = new Set(
  pages.flatMap(({name, headings}) => [
    `${name}.html`,
    ...headings.map(({anchor}) => `${name}.html#${anchor}`),
  ]),
);

const attributesOf = new Map(
  sources.tags.flatMap(({tagName, attributes = []}) =>
    tagName ? [[tagName, new Set(attributes.map(({name}) => name))] as const] : [],
  ),
);

/** Attributes that every HTML element takes. */
const GLOBAL = /^(id|class|style|slot|lang|dir|hidden|title|data-[\w-]+|aria-[\w-]+)$/;

/** Names in blocks of HTML that the tags do not know: `tinybird-chart colour` */
function unknownAttributes(markdown: string): string[] {
  const blocks = [...markdown.matchAll(/^```(?:html|vue|svelte)[^\n]*\n([\s\S]*?)^```$/gm)];
  return blocks.flatMap(([, code = '']) =>
    [
      ...code.matchAll(/<(tinybird-[a-z]+)((?:\s+[^\s=>]+(?:=(?:"[^"]*"|'[^']*'|\{[^}]*\}))?)*)/g),
    ].flatMap(([, tag = '', text = '']) => {
      const names = [...text.matchAll(/\s([^\s=>]+)(?:=(?:"[^"]*"|'[^']*'|\{[^}]*\}))?/g)];
      return names
        .map(([, name = '']) => name)
        .filter((name) => /^[a-z][\w-]*$/.test(name) && !name.startsWith('ontinybird'))
        .filter((name) => !name.startsWith('param-') && !GLOBAL.test(name))
        .filter((name) => !attributesOf.get(tag)?.has(name))
        .map((name) => `${tag} ${name}`);
    }),
  );
}

const deadLinks = ({name, links}: DocumentationPage) =>
  links
    .filter((link) => !/^https?:/.test(link))
    .map((link) => (link.startsWith('#') ? `${name}.html${link}` : link))
    .filter((link) => !places.has(link));

describe('the documentation', () => {
  it('lists every page that is written', () => {
    const written = readdirSync(join(root, 'demo/docs')).filter((file) => file.endsWith('.md'));

    assert.deepEqual(written.map((file) => file.replace('.md', '')).sort(), [...PAGE_NAMES].sort());
  });

  for (const page of pages) {
    it(`has no dead link and no anchor twice in ${page.name}`, () => {
      const anchors = page.headings.map(({anchor}) => anchor);

      assert.deepEqual(deadLinks(page), []);
      assert.equal(new Set(anchors).size, anchors.length, anchors.join(' '));
    });

    it(`uses only attributes that there are in ${page.name}`, () => {
      assert.deepEqual(unknownAttributes(page.body), []);
    });
  }

  it('sees links that lead nowhere, and attributes that there are not', () => {
    const [first] = pages;
    const page = {...first!, links: ['index.html#nowhere', 'theming.html', 'README.md#look']};

    assert.deepEqual(deadLinks(page), ['index.html#nowhere', 'README.md#look']);
    const html =
      '```html\n<tinybird-chart pipe="a" colour="red" param-b="c"></tinybird-chart>\n```\n';
    assert.deepEqual(unknownAttributes(html), ['tinybird-chart colour']);
  });

  it('names only files of the repository that there are', () => {
    for (const {name, body} of pages) {
      for (const [, path = ''] of body.matchAll(/\]\(\.\.\/\.\.\/([^)#\s]+)/g)) {
        assert.ok(existsSync(join(root, path)), `${name}: ${path}`);
      }
    }
  });
});

describe('the reference', () => {
  const reference = pages.find(({name}) => name === 'reference')!;

  it('has every member that the manifest has', () => {
    const chart = sources.tags.find(({tagName}) => tagName === 'tinybird-chart')!;
    const {attributes, events, slots, cssParts, cssProperties} = chart;

    for (const list of [attributes, events, slots, cssParts, cssProperties]) {
      assert.ok(list && list.length > 0);
      for (const {name} of list) assert.ok(reference.body.includes(`| \`${name}\` |`), name);
    }
    for (const name of ['refetch', 'toCSV', 'toPNG', 'download'])
      assert.ok(reference.body.includes(`\`${name}(`), name);
    for (const name of ['state', 'error', 'response', 'staleReason', 'data', 'getToken'])
      assert.ok(reference.body.includes(`| \`${name}\` |`), name);
  });

  it('shows what only the sources know: values, types, defaults', () => {
    assert.match(reference.body, /\| `loading` \| `lazy` `eager` \|/);
    assert.match(
      reference.body,
      /\| `--tinybird-chart-line-width` \| Width of lines\. \| `2px` \|/,
    );
  });
});

describe('what is made of the pages', () => {
  it('has an entry of the search for every heading', () => {
    const ids = searchEntries(pages).map(({id}) => id);

    assert.deepEqual(new Set(ids), places);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('lists every page in llms.txt and holds all text in llms-full.txt', () => {
    const list = llmsText(pages);
    const full = llmsFullText(pages);

    for (const {name, title, body} of pages) {
      assert.ok(list.includes(`[${title}](${name}.html): `), name);
      assert.ok(full.includes(body), name);
    }
    assert.doesNotMatch(full, /^<!-- [\w-]+ of /m);
  });
});
