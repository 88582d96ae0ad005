// Registers both tags. The only module, with the script-tag build, that has a side effect.
import {TinybirdChart} from './elements/tinybird-chart.js';
import {TinybirdProvider} from './elements/tinybird-provider.js';
import {warnOnce} from './lib/warn-once.js';

const elements = [
  ['tinybird-provider', TinybirdProvider],
  ['tinybird-chart', TinybirdChart],
] as const;

// Absent where a server renders the page.
if (typeof customElements !== 'undefined') {
  for (const [tag, element] of elements) {
    const first = customElements.get(tag);
    if (!first) customElements.define(tag, element);
    else if (first !== element)
      warnOnce('tinybird-chart: the copy that came first draws. Load one version.');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tinybird-chart': TinybirdChart;
    'tinybird-provider': TinybirdProvider;
  }
}

export * from './index.js';
