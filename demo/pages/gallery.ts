// The gallery: writes a tag for each case, gives it rows, and shows its tag at the press of a button.
import {PageHeader} from '../page-header.js';
import {addSnippetButtons} from '../snippet-button.js';
import {KIND_SAMPLES, KIND_SECTIONS} from './gallery-kinds.js';
import {SAMPLES} from './gallery-samples.js';
import type {GalleryCase, GallerySection} from './gallery-section.js';
import {SECTIONS} from './gallery-sections.js';

customElements.define('page-header', PageHeader);

const sections = [...SECTIONS, ...KIND_SECTIONS];
document
  .querySelector('.contents')!
  .append(...sections.map(({id, title}) => make('a', {href: `#${id}`}, title)));
document.querySelector('main')!.append(...sections.map(sectionOf));
addSnippetButtons(document.querySelectorAll('main tinybird-chart'));
// The section that the address names was not there when the page was loaded.
if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();

function sectionOf({id, title, lead, cases}: GallerySection): HTMLElement {
  const section = make('section', {'aria-labelledby': id});
  const gallery = make('div', {class: 'gallery'});
  gallery.append(...cases.map(chartOf));
  section.append(make('h2', {id}, title), make('p', {class: 'lead'}, lead), gallery);
  return section;
}

function chartOf({heading, sample, className, attributes, html = ''}: GalleryCase): HTMLElement {
  const given = SAMPLES[sample ?? ''] ?? KIND_SAMPLES[sample ?? ''];
  const chart = make('tinybird-chart', {
    ...(className && {class: className}),
    heading,
    ...(sample !== undefined && {'data-sample': sample}),
    ...given?.attributes,
    ...attributes,
  });
  chart.innerHTML = html;
  if (given) Object.assign(chart, {data: given.data, meta: given.meta});
  return chart;
}

function make(tag: string, attributes: Readonly<Record<string, string>>, text = ''): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.textContent = text;
  return element;
}
