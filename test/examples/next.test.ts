import {describeServerExample} from './support/describe-server-example.js';

describeServerExample('Next.js', 'next');
