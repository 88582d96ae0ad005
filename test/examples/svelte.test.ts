import {describe} from 'node:test';
import {describeExample} from './support/describe-example.js';
import {describeInterop} from './support/describe-interop.js';
import {describeSnippet} from './support/describe-snippet.js';
import {useExample} from './support/use-example.js';

describe('the Svelte example', () => {
  const example = useExample({name: 'svelte', snippet: 'svelte', checks: ['check']});

  describe('as it is', () => describeExample(example));
  describe('with the interoperability matrix', () => describeInterop(example));
  describe('with what init prints', () => describeSnippet(example));
});
