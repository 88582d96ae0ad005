import {describeServerExample} from './support/describe-server-example.js';

describeServerExample('SvelteKit', 'sveltekit');
