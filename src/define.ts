// Registers both tags. The only entry, with that of the script tag, that has a side effect.
import {defineElements} from './elements/define-elements.js';
import type {TinybirdChart} from './elements/tinybird-chart.js';
import type {TinybirdProvider} from './elements/tinybird-provider.js';

defineElements();

declare global {
  interface HTMLElementTagNameMap {
    'tinybird-chart': TinybirdChart;
    'tinybird-provider': TinybirdProvider;
  }
}

export * from './index.js';
