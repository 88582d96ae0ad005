import {DEFAULT_HOST} from './host.js';

/** API addresses of the public regions (Tinybird docs, API reference overview). */
export const REGION_HOSTS: readonly string[] = [
  DEFAULT_HOST,
  ...[
    'us-east',
    'europe-west2.gcp',
    'northamerica-northeast2.gcp',
    'eu-central-1.aws',
    'eu-west-1.aws',
    'us-east.aws',
    'us-west-2.aws',
  ].map((region) => `https://api.${region}.tinybird.co`),
];
