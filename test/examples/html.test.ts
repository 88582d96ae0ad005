import {describe} from 'node:test';
import {describeExample} from './support/describe-example.js';
import {useExample} from './support/use-example.js';

describe('the example in HTML', () => {
  const example = useExample({name: 'html', output: '.'});

  describeExample(example);
});
