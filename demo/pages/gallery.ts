// The gallery: gives rows to the charts that name a sample, and shows the tag of each chart.
import {PageHeader} from '../page-header.js';
import {addSnippetButtons} from '../snippet-button.js';
import {SAMPLES} from './gallery-samples.js';

customElements.define('page-header', PageHeader);

const charts = document.querySelectorAll('main tinybird-chart');

for (const chart of charts) {
  const sample = SAMPLES[chart.getAttribute('data-sample') ?? ''];
  if (sample) Object.assign(chart, sample);
}
addSnippetButtons(charts);
