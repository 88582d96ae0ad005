import {TinybirdChart} from './tinybird-chart.js';
import {TinybirdProvider} from './tinybird-provider.js';
import {warnOnce} from '../lib/warn-once.js';

const elements = [
  ['tinybird-provider', TinybirdProvider],
  ['tinybird-chart', TinybirdChart],
] as const;

/** Registers both tags, unless another copy of this package has; does nothing where a server renders. */
export function defineElements(): void {
  if (typeof customElements === 'undefined') return;
  for (const [tag, element] of elements) {
    const first = customElements.get(tag);
    if (!first) customElements.define(tag, element);
    else if (first !== element)
      warnOnce('tinybird-chart: the copy that came first draws. Load one version.');
  }
}
