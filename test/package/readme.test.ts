import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {captures} from '../support/captures.js';
import {anchorsOf, tableColumn} from '../support/markdown.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');

const readme = read('README.md');
const chart = read('src/elements/tinybird-chart.ts');
const settings = read('src/elements/settings-element.ts');
const elements = readdirSync(join(root, 'src/elements'), {recursive: true, encoding: 'utf8'})
  .filter((file) => file.endsWith('.ts'))
  .map((file) => read(join('src/elements', file)))
  .join('\n');

/** Members of an exported union of string literals. */
function union(text: string, name: string): string[] {
  const body = new RegExp(`export type ${name} =([^;]+);`).exec(text)?.[1] ?? '';
  return captures(body, /'([^']+)'/g);
}

function assertSame(actual: readonly string[], expected: readonly string[]): void {
  assert.ok(expected.length > 0, 'nothing found in the source');
  assert.deepEqual([...new Set(actual)].sort(), [...new Set(expected)].sort());
}

/** Attribute, or null for none, and name of each property that Lit declares. */
function declared(source: string): {attribute: string | null; property: string}[] {
  const pattern = /@property\(((?:\{[^}]*\})?)\)\s+([a-zA-Z]+)/g;
  return [...source.matchAll(pattern)].map(([, options = '', property = '']) => {
    if (options.includes('attribute: false')) return {attribute: null, property};
    return {attribute: /attribute: '([^']+)'/.exec(options)?.[1] ?? property, property};
  });
}

const properties = [...declared(settings), ...declared(chart)];

describe('the README against the elements', () => {
  it('lists every attribute and no other', () => {
    const attributes = properties.flatMap(({attribute}) => attribute ?? []);

    assertSame(tableColumn(readme, 'Attributes'), [...attributes, 'param-*']);
  });

  it('marks the attributes that a provider does not take', () => {
    const marked = captures(readme, /^\| `([^`]+)` ¹/gm);

    assertSame(
      marked,
      declared(chart).flatMap(({attribute}) => attribute ?? []),
    );
  });

  it('lists every property without an attribute', () => {
    const names = properties.filter(({attribute}) => attribute === null);

    assertSame(
      tableColumn(readme, 'Properties without an attribute'),
      names.map(({property}) => property),
    );
  });

  it('names every choice of type, tenancy and number format', () => {
    const row = (name: string) => new RegExp(`^\\| \`${name}\`.*$`, 'm').exec(readme)?.[0] ?? '';
    const problem = read('src/elements/wrong-setting.ts');
    const types = captures(/^ {2}type: \[([^\]]+)\]/m.exec(problem)?.[1] ?? '', /'([^']+)'/g);
    const tenancies = union(read('src/auth/token-source.ts'), 'Tenancy');
    const formats =
      /NUMBER_FORMAT =\s+\/\^\(([^:]+)\|currency/.exec(problem)?.[1]?.split('|') ?? [];

    assert.ok(types.length > 1 && tenancies.length > 1 && formats.length > 1);
    for (const type of types) assert.ok(row('type').includes(`\`${type}\``), type);
    for (const each of tenancies) assert.ok(row('tenancy').includes(`\`${each}\``), each);
    for (const each of formats) assert.ok(row('number-format').includes(`\`${each}\``), each);
  });

  it('lists every method and readable property', () => {
    const methods = captures(chart, /^ {2}async (\w+)\(/gm).map((name) => `${name}()`);

    assertSame(tableColumn(readme, 'Methods and readable properties'), [
      ...methods,
      ...captures(chart, /^ {2}get (\w+)\(\)/gm),
    ]);
  });

  it('lists every state and every reason of stale rows', () => {
    const states = union(read('src/elements/events.ts'), 'ChartState');
    const reasons = union(read('src/query/query-state.ts'), 'StaleReason');

    assertSame(tableColumn(readme, 'States', 'state'), states);
    const sentence = /staleReason` says why([^.]+)\./.exec(readme)?.[1] ?? '';
    assertSame(captures(sentence, /`([^`]+)`/g), reasons);
  });

  it('lists every event with its fields', () => {
    const source = read('src/elements/events.ts');

    assertSame(
      tableColumn(readme, 'Events'),
      captures(source, /static readonly type = '([^']+)'/g),
    );
    assertSame(tableColumn(readme, 'Events'), captures(chart, /@event \{\w+\} ([\w-]+)/g));
  });

  it('lists every slot', () => {
    assertSame(tableColumn(readme, 'States', 'slot'), captures(chart, /@slot ([\w-]+)/g));
  });
});

describe('what the reference is made of', () => {
  it('has every part that a template names', () => {
    const listed = captures(chart, /@csspart ([\w-]+)/g);
    const named = captures(elements, /\bpart="([^"$]+)"/g);

    assert.ok(named.length > 0);
    assert.deepEqual(
      named.filter((part) => !listed.includes(part)),
      [],
    );
  });

  it('has every custom property that styles and drawings read', () => {
    const used = captures(elements + read('src/charting/theme.ts'), /(--tinybird-chart-[\w-]*\w)/g);
    const listed = captures(chart, /@cssproperty \[(--tinybird-chart-[\w-]+)/g);
    const withoutNumber = (name: string) => name.replace(/-\d+$/, '');

    assertSame(listed.map(withoutNumber), used.map(withoutNumber));
  });
});

describe('the README against the rest', () => {
  it('has a line for every error code, under its anchor, and the page of errors an entry', () => {
    const codes = union(read('src/errors/chart-error.ts'), 'ChartErrorCode');

    assertSame(tableColumn(readme, 'Errors', 'code'), codes);
    assertSame(captures(readme, /<a id="([^"]+)"><\/a>`\1`/g), codes);
    assertSame(captures(read('demo/docs/errors.md'), /^## `([^`]+)`$/gm), codes);
    const anchors = anchorsOf(readme);
    assert.equal(new Set(anchors).size, anchors.length, 'an anchor is there twice');
  });

  it('has a page with the hosts of all regions', () => {
    const source = read('src/tinybird/regions.ts');
    const regions = captures(source, /^ {4}'([^']+)',$/gm).map(
      (at) => `https://api.${at}.tinybird.co`,
    );

    assertSame(tableColumn(read('demo/docs/accounts.md'), 'Regions', 'region', 1), [
      'https://api.tinybird.co',
      ...regions,
    ]);
  });

  it('has a page with the flags and variables of the local stack', () => {
    const flags = captures(read('demo/stack/start.ts'), /^ {4}'?([\w-]+)'?: \{type:/gm);
    const variables = captures(read('demo/stack/services.ts'), /read\('(\w+)'\)/g);

    const page = read('demo/docs/local-stack.md');
    assertSame(
      tableColumn(page, 'The local stack', 'flag'),
      flags.map((flag) => `--${flag}`),
    );
    assertSame(tableColumn(page, 'Real keys, and Tinybird Local', 'variable'), variables);
  });

  it('names only entries that the package has', () => {
    const {exports} = JSON.parse(read('package.json')) as {exports: Record<string, unknown>};
    const entries = tableColumn(readme, 'Install', 'import');

    for (const entry of entries) {
      assert.ok(entry.replace('tinybird-chart', '.') in exports, entry);
    }
  });
});
