import {describe} from 'node:test';
import {describeExample} from './support/describe-example.js';
import {describeInterop} from './support/describe-interop.js';
import {describeSnippet} from './support/describe-snippet.js';
import {useExample} from './support/use-example.js';

describe('the React 18 example, written for @tinybirdco/charts', () => {
  const example = useExample({name: 'react-compat', snippet: 'react', checks: ['check']});

  describe('as it is', () => describeExample(example, {tellsChoice: false}));
  describe('with the component', () => describeInterop(example));
  describe('with the tag itself', () => describeInterop(example, {path: '/?tag'}));
  describe('with what init prints', () => describeSnippet(example));
});
