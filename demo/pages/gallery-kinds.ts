import type {GallerySection} from './gallery-section.js';
import {BY_NAME, BY_SIZE, BY_TIME, NUMBERS, SINGLE} from './gallery-shapes.js';
import type {Sample} from './gallery-samples.js';

type Shapes = Readonly<Record<string, Sample>>;

/** A kind, what it is called, the rows it is made for, and its attributes. */
const KINDS: readonly (readonly [string, string, Shapes, Readonly<Record<string, string>>])[] = [
  ['line', 'Lines', BY_TIME, {type: 'line'}],
  ['area', 'Areas', BY_TIME, {type: 'area'}],
  ['bar', 'Bars', BY_TIME, {type: 'bar'}],
  ['sparkline', 'Sparklines', SINGLE, {type: 'sparkline'}],
  ['names', 'Bars of names', BY_NAME, {type: 'bar'}],
  ['lying', 'Lying bars', BY_NAME, {type: 'bar', horizontal: ''}],
  ['list', 'Bar lists', BY_NAME, {type: 'bar-list'}],
  ['pie', 'Pies', BY_NAME, {type: 'pie'}],
  ['donut', 'Donuts', BY_NAME, {type: 'donut'}],
  ['funnel', 'Funnels', BY_NAME, {type: 'funnel'}],
  ['heatmap', 'Heatmaps', BY_TIME, {type: 'heatmap'}],
  ['scatter', 'Scatters', BY_SIZE, {type: 'scatter'}],
  ['table', 'Tables', BY_NAME, {type: 'table'}],
  ['metric', 'Metrics', NUMBERS, {type: 'metric'}],
];

const LOW = new Set(['sparkline', 'metric']);

/** Rows of all shapes, by the names that cases of `KIND_SECTIONS` use. */
export const KIND_SAMPLES: Shapes = Object.fromEntries(
  KINDS.flatMap(([id, , shapes]) =>
    Object.entries(shapes).map(([heading, sample]) => [`${id}: ${heading}`, sample]),
  ),
);

/** What each kind makes of few and many, long and extreme, of gaps and of what is below zero. */
export const KIND_SECTIONS: readonly GallerySection[] = KINDS.map(
  ([id, title, shapes, attributes]) => ({
    id: `kind-${id}`,
    title,
    lead: 'Few and many, long and extreme, gaps and below zero.',
    cases: Object.keys(shapes).map((heading) => ({
      heading,
      sample: `${id}: ${heading}`,
      className: LOW.has(id) ? 'number' : heading.startsWith('Twelve') ? 'tall' : '',
      attributes,
    })),
  }),
);
