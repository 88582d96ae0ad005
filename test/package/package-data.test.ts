import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import type {JSX} from 'react';
import {packageData} from '../package-data.js';
import type {} from '../../src/entries/jsx.js';
import {captures} from '../support/captures.js';
import {tableColumn} from '../support/markdown.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const readme = read('README.md');

interface Named {
  readonly name: string;
}

interface WebType extends Named {
  readonly attributes: readonly Named[];
  readonly slots: readonly Named[];
  readonly js: {readonly properties: readonly Named[]; readonly events: readonly Named[]};
  readonly css: {readonly parts: readonly Named[]; readonly properties: readonly Named[]};
}

const sorted = (names: readonly Named[]) => names.map(({name}) => name).sort();

describe('what editors are told of the tags', () => {
  let files: Record<string, unknown>;
  let chart: WebType;
  before(() => {
    files = packageData();
    const webTypes = files['web-types.json'] as {
      contributions: {html: {elements: readonly WebType[]}};
    };
    const {elements} = webTypes.contributions.html;
    assert.deepEqual(sorted(elements), ['tinybird-chart', 'tinybird-provider']);
    chart = elements.find(({name}) => name === 'tinybird-chart')!;
  });

  it('names every attribute, event and slot of the README', () => {
    const attributes = tableColumn(readme, 'Attributes').filter((name) => name !== 'param-*');

    assert.deepEqual(sorted(chart.attributes), attributes.sort());
    assert.deepEqual(sorted(chart.js.events), tableColumn(readme, 'Events').sort());
    assert.deepEqual(sorted(chart.slots), tableColumn(readme, 'States', 'slot').sort());
  });

  it('names every part and custom property that the element documents', () => {
    const source = read('src/elements/tinybird-chart.ts');

    assert.deepEqual(sorted(chart.css.parts), captures(source, /@csspart ([\w-]+)/g).sort());
    const properties = captures(source, /@cssproperty \[(--[\w-]+)/g);
    assert.ok(properties.length > 0);
    assert.deepEqual(sorted(chart.css.properties), properties.sort());
  });

  it('names the properties without an attribute, and nothing private', () => {
    const names = sorted(chart.js.properties);

    for (const name of tableColumn(readme, 'Properties without an attribute'))
      assert.ok(names.includes(name), name);
    assert.deepEqual(
      names.filter((name) => /^[#_]/.test(name)),
      [],
    );
  });

  it('offers the choices of an attribute', () => {
    const data = files['vscode.html-custom-data.json'] as {
      tags: {name: string; attributes: {name: string; values: Named[]}[]}[];
    };
    const attributes = data.tags.find(({name}) => name === 'tinybird-chart')!.attributes;
    const valuesOf = (name: string) =>
      attributes.find((each) => each.name === name)!.values.map((value) => value.name);

    assert.ok(valuesOf('type').includes('funnel'));
    assert.deepEqual(valuesOf('tenancy'), ['auto', 'organization', 'user', 'none']);
    assert.deepEqual(valuesOf('loading'), ['lazy', 'eager']);
  });

  it('is at the places that the package names', () => {
    const manifest = JSON.parse(read('package.json')) as Record<string, unknown>;
    const places = [manifest['customElements'], manifest['web-types']];

    assert.deepEqual(places, ['./dist/custom-elements.json', './dist/web-types.json']);
    for (const file of Object.keys(files))
      assert.equal((manifest['exports'] as Record<string, unknown>)[`./${file}`], `./dist/${file}`);
  });

  it('types the tags in JSX', () => {
    const props: JSX.IntrinsicElements['tinybird-chart'] = {
      pipe: 'visits',
      params: {granularity: 'week'},
      'group-by': 'plan',
      'param-plan': 'team',
      'ontinybird-chart-select': ({row}) => row,
    };
    // @ts-expect-error -- there is no such kind
    const wrong: JSX.IntrinsicElements['tinybird-chart'] = {type: 'radar'};

    assert.ok(props.pipe && wrong);
  });
});
