import type {AttributeEntry} from '../site/attribute-entries.js';
import type {PlaygroundState} from './playground-state.js';

/** What a snippet can be written for. */
export const FRAMEWORKS = ['HTML', 'React', 'Vue', 'Svelte', 'Angular'] as const;
export type Framework = (typeof FRAMEWORKS)[number];

/** A snippet and the language that it is coloured as. */
export interface Snippet {
  readonly text: string;
  readonly language: 'xml' | 'javascript';
}

/** The chart as an author would write it. */
export function snippet(
  framework: Framework,
  state: PlaygroundState,
  entries: readonly AttributeEntry[],
): Snippet {
  switch (framework) {
    case 'HTML':
      return {text: `${styleBlock(state)}${tag(state)}`, language: 'xml'};
    case 'React':
      return {text: react(state, entries), language: 'javascript'};
    case 'Vue':
      return {
        text: `<script setup>\nimport 'tinybird-chart/define';\n</script>\n\n<template>\n${indent(tag(state))}\n</template>${styleAfter(state)}`,
        language: 'xml',
      };
    case 'Svelte':
      return {
        text: `<script>\n  import 'tinybird-chart/define';\n</script>\n\n${tag(state, curly)}${styleAfter(state, ':global(tinybird-chart)')}`,
        language: 'xml',
      };
    case 'Angular':
      return {text: angular(state), language: 'javascript'};
  }
}

type Quote = (value: string) => string;

const htmlQuote: Quote = (value) =>
  value.includes('"') && !value.includes("'")
    ? `'${value.replaceAll('&', '&amp;')}'`
    : `"${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;

/** Svelte reads curly brackets in attributes as code: JSON goes into a string of its own. */
const curly: Quote = (value) => (/[{}]/.test(value) ? `{${jsString(value)}}` : htmlQuote(value));

const jsString = (value: string) =>
  `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`;

function tag(state: PlaygroundState, quote: Quote = htmlQuote): string {
  const lines = attributeLines(state, quote);
  const only = lines[0] ?? '';
  return lines.length <= 1
    ? `<tinybird-chart${only && ` ${only}`}></tinybird-chart>`
    : `<tinybird-chart\n${indent(lines.join('\n'))}\n></tinybird-chart>`;
}

/** Lower-case names are `param-*`; HTML knows no others, so the rest goes into `params`. */
function attributeLines({pipe, attributes, params}: PlaygroundState, quote: Quote): string[] {
  const inLowerCase = Object.entries(params).filter(([name]) => name === name.toLowerCase());
  const others = Object.entries(params).filter(([name]) => name !== name.toLowerCase());
  const all: readonly (readonly [string, string])[] = [
    ...(pipe === '' ? [] : [['pipe', pipe] as const]),
    ...Object.entries(attributes),
    ...inLowerCase.map(([name, value]) => [`param-${name}`, value] as const),
    ...(others.length > 0 ? [['params', JSON.stringify(Object.fromEntries(others))] as const] : []),
  ];
  return all.map(([name, value]) =>
    value === '' && isFlag(name) ? name : `${name}=${quote(value)}`,
  );
}

/** An empty heading says that there is none; other empty attributes are flags. */
const isFlag = (name: string) => name !== 'heading' && name !== 'description';

function react(state: PlaygroundState, entries: readonly AttributeEntry[]): string {
  const {pipe, attributes, params, styles} = state;
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const lines = Object.entries(attributes).map(([name, value]) => {
    const entry = byName.get(name);
    const property = entry?.property ?? name;
    if (entry?.kind === 'flag' || (value === '' && isFlag(name))) return property;
    if (entry?.kind === 'number') return `${property}={${value}}`;
    if (entry?.kind === 'json') return `${property}={${value}}`;
    if (entry?.isList) return `${property}={${listText(value)}}`;
    return /["\\{}]/.test(value) ? `${property}={${jsString(value)}}` : `${property}="${value}"`;
  });
  if (pipe !== '') lines.unshift(`pipe="${pipe}"`);
  if (Object.keys(params).length > 0) lines.push(`params={${objectText(params)}}`);
  if (Object.keys(styles).length > 0) lines.push(`style={${objectText(styles)}}`);
  return `import {TinybirdChart} from 'tinybird-chart/react';\n\nexport function Chart() {\n  return (\n    <TinybirdChart\n${indent(lines.join('\n'), 6)}\n    />\n  );\n}`;
}

function listText(value: string): string {
  if (value.startsWith('[')) return value;
  const names = value.split(',').map((name) => jsString(name.trim()));
  return `[${names.join(', ')}]`;
}

function objectText(object: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(object).map(
    ([name, value]) => `${/^[a-z_]\w*$/i.test(name) ? name : jsString(name)}: ${jsString(value)}`,
  );
  return `{${pairs.join(', ')}}`;
}

function angular(state: PlaygroundState): string {
  // Angular reads double curly brackets as code, also those of JSON within JSON.
  const quote: Quote = (value) =>
    htmlQuote(value).replaceAll('{', '&#123;').replaceAll('}', '&#125;');
  const styles = styleRule(state);
  return `import {Component, CUSTOM_ELEMENTS_SCHEMA} from '@angular/core';\nimport 'tinybird-chart/define';\n\n@Component({\n  selector: 'app-chart',\n  schemas: [CUSTOM_ELEMENTS_SCHEMA],\n  template: \`\n${indent(tag(state, quote), 4)}\n  \`,${styles && `\n  styles: \`\n${indent(styles, 4)}\n  \`,`}\n})\nexport class ChartComponent {}`;
}

function styleRule({styles}: PlaygroundState, selector = 'tinybird-chart'): string {
  const lines = Object.entries(styles).map(([name, value]) => `  ${name}: ${value};`);
  return lines.length > 0 ? `${selector} {\n${lines.join('\n')}\n}` : '';
}

function styleBlock(state: PlaygroundState, selector?: string): string {
  const rule = styleRule(state, selector);
  return rule && `<style>\n${indent(rule)}\n</style>\n\n`;
}

function styleAfter(state: PlaygroundState, selector?: string): string {
  const block = styleBlock(state, selector).trimEnd();
  return block && `\n\n${block}`;
}

function indent(text: string, spaces = 2): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(spaces));
}
