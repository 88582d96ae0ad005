import {describe} from 'node:test';
import {describeExample} from './support/describe-example.js';
import {describeInterop} from './support/describe-interop.js';
import {describeServerRendered} from './support/describe-server-rendered.js';
import {useExample} from './support/use-example.js';

describe('the Astro example', () => {
  const example = useExample({name: 'astro', start: ['npm', 'run', '--silent', 'serve']});

  describe('as it is', () => describeExample(example));
  describe('from server to browser', () => describeServerRendered(example));
  describe('with the interoperability matrix', () => describeInterop(example, {path: '/interop'}));
});
