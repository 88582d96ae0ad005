// First of the script tag's modules: where a chart waits in the page, what every chart needs is on its
// way while the rest of the script is still being run. Whoever needs a part tells when it is missing.
import {loadEngine} from './engine-part.js';

const ignore = () => undefined;

if (document.querySelector('tinybird-chart')) {
  loadEngine().catch(ignore);
  import('./drawn-views.js').catch(ignore);
}
