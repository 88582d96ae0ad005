import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {controlGroups} from '../../demo/docs/playground/control-groups.js';
import {jwtTemplate} from '../../demo/docs/playground/jwt-template.js';
import {parseRows} from '../../demo/docs/playground/pasted-rows.js';
import {
  hashToState,
  PAGE_ATTRIBUTES,
  type PlaygroundState,
  stateToHash,
} from '../../demo/docs/playground/playground-state.js';
import {FRAMEWORKS, snippet} from '../../demo/docs/playground/snippet.js';
import {attributeEntries} from '../../demo/docs/site/attribute-entries.js';
import {readSources} from '../../demo/docs/site/documentation.js';

const entries = attributeEntries(readSources(), 'tinybird-chart');
const vocabulary = {
  attributes: entries.map(({name}) => name),
  customProperties: ['--tinybird-chart-color-1'],
};

const state: PlaygroundState = {
  pipe: 'visits_over_time',
  attributes: {
    type: 'area',
    'group-by': 'country',
    categories: 'visits, visitors',
    stacked: '',
    top: '5',
    reference: '[{"y": 100, "label": "Goal"}]',
  },
  params: {date_from: '2026-01-01', startDate: 'x'},
  styles: {'--tinybird-chart-color-1': '#6847f5'},
};

const textFor = (framework: (typeof FRAMEWORKS)[number]) => snippet(framework, state, entries).text;

describe('a link to the playground', () => {
  it('holds everything that is set', () => {
    assert.deepEqual(hashToState(`#${stateToHash(state)}`, vocabulary), state);
  });

  it('takes no token, host or key, and nothing that is not known', () => {
    const hash =
      'pipe=a&token=p.secret&host=https%3A%2F%2Fevil.test&clerk-publishable-key=pk&onclick=x&--other=1';

    assert.deepEqual(hashToState(hash, vocabulary), {
      pipe: 'a',
      attributes: {},
      params: {},
      styles: {},
    });
  });

  it('takes no pipe with signs that pipes do not have', () => {
    assert.equal(hashToState('pipe=..%2Fv0%2Fsql', vocabulary)?.pipe, '');
  });

  it('is nothing when it is empty', () => {
    assert.equal(hashToState('', vocabulary), null);
  });
});

describe('controls of the playground', () => {
  it('are there for every attribute of the manifest that a page does not decide', () => {
    const shown = controlGroups(entries).flatMap((group) => group.entries.map(({name}) => name));
    const wanted = vocabulary.attributes.filter((name) => !PAGE_ATTRIBUTES.has(name));

    assert.deepEqual([...shown].sort(), [...wanted].sort());
  });

  it('fit what an attribute takes', () => {
    const kindOf = (name: string) => entries.find((entry) => entry.name === name)?.kind;

    assert.equal(kindOf('type'), 'choice');
    assert.equal(kindOf('smooth'), 'flag');
    assert.equal(kindOf('top'), 'number');
    assert.equal(kindOf('reference'), 'json');
    assert.equal(kindOf('index'), 'text');
    assert.deepEqual(entries.find(({name}) => name === 'stacked')?.choices, ['', 'percent']);
  });
});

describe('snippets', () => {
  it('write HTML with quotes that fit, and names with capitals as params', () => {
    assert.equal(
      textFor('HTML'),
      `<style>
  tinybird-chart {
    --tinybird-chart-color-1: #6847f5;
  }
</style>

<tinybird-chart
  pipe="visits_over_time"
  type="area"
  group-by="country"
  categories="visits, visitors"
  stacked
  top="5"
  reference='[{"y": 100, "label": "Goal"}]'
  param-date_from="2026-01-01"
  params='{"startDate":"x"}'
></tinybird-chart>`,
    );
  });

  it('write React with properties by their names and kinds', () => {
    const text = textFor('React');

    assert.match(text, /import \{TinybirdChart\} from 'tinybird-chart\/react';/);
    assert.match(text, /groupBy="country"/);
    assert.match(text, /categories=\{\['visits', 'visitors'\]\}/);
    assert.match(text, /^ +stacked$/m);
    assert.match(text, /top=\{5\}/);
    assert.match(text, /reference=\{\[\{"y": 100, "label": "Goal"\}\]\}/);
    assert.match(text, /params=\{\{date_from: '2026-01-01', startDate: 'x'\}\}/);
    assert.match(text, /style=\{\{'--tinybird-chart-color-1': '#6847f5'\}\}/);
  });

  it('keep curly brackets of JSON from Svelte and Angular', () => {
    assert.match(textFor('Svelte'), /reference=\{'\[\{"y": 100, "label": "Goal"\}\]'\}/);
    assert.match(textFor('Angular'), /reference='\[&#123;"y": 100, "label": "Goal"&#125;\]'/);
  });

  it('register the tags in every framework', () => {
    for (const name of FRAMEWORKS.filter((each) => each !== 'HTML'))
      assert.match(textFor(name), /from 'tinybird-chart\/react'|import 'tinybird-chart\/define'/);
  });
});

describe('the JWT template', () => {
  const parse = (text: string) => JSON.parse(text) as Record<string, unknown>;

  it('fixes the parameter of an organization, also where none is active', () => {
    const claims = parse(
      jwtTemplate({pipe: 'top_pages', tenantParam: 'org', tenant: 'organization', rps: 10}),
    );

    assert.equal(claims['org_id'], '{{org.id}}');
    assert.deepEqual(claims['limits'], {rps: 10});
    assert.deepEqual(claims['scopes'], [
      {
        type: 'PIPES:READ',
        resource: 'top_pages',
        fixed_params: {org: "{{org.slug || 'none'}}"},
      },
    ]);
  });

  it('names the user where rows belong to users', () => {
    const claims = parse(
      jwtTemplate({pipe: 'mine', tenantParam: 'user_id', tenant: 'user', rps: 2}),
    );

    assert.equal(claims['name'], 'tinybird_{{user.id}}');
    assert.ok(!('org_id' in claims));
  });
});

describe('pasted rows', () => {
  it('are a list of objects, or the answer of a pipe', () => {
    assert.deepEqual(parseRows('[{"a": 1}]'), {data: [{a: 1}], meta: undefined});
    const meta = [{name: 'a', type: 'UInt8'}];
    assert.deepEqual(parseRows(JSON.stringify({meta, data: [{a: 1}]})), {data: [{a: 1}], meta});
  });

  it('are refused with a reason when they are something else', () => {
    assert.throws(() => parseRows('[1, 2]'), /neither a list of objects nor an answer/);
    assert.throws(() => parseRows('null'), /neither/);
    assert.throws(() => parseRows('{'), SyntaxError);
  });
});
