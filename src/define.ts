// Registers both tags. The only module, with the script-tag build, that has a side effect.
import {TinybirdChart} from './elements/tinybird-chart.js';
import {TinybirdProvider} from './elements/tinybird-provider.js';

const elements = [
  ['tinybird-provider', TinybirdProvider],
  ['tinybird-chart', TinybirdChart],
] as const;

// Absent where a server renders the page; a second copy of the script leaves the first one's tags.
if (typeof customElements !== 'undefined') {
  for (const [tag, element] of elements)
    if (!customElements.get(tag)) customElements.define(tag, element);
}

declare global {
  interface HTMLElementTagNameMap {
    'tinybird-chart': TinybirdChart;
    'tinybird-provider': TinybirdProvider;
  }
}

export * from './index.js';
