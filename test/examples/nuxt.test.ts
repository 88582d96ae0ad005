import {describeServerExample} from './support/describe-server-example.js';

describeServerExample('Nuxt', 'nuxt');
