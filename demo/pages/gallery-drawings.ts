import type {GallerySection} from './gallery-section.js';

/** Each kind, its options, and kinds together. */
export const DRAWINGS: readonly GallerySection[] = [
  {
    id: 'type',
    title: 'Types',
    lead: 'Rows are given by property here, so no service is asked; the same attributes draw a pipe.',
    cases: [
      {heading: 'Line', sample: 'plans', attributes: {type: 'line'}},
      {heading: 'Area', sample: 'single', attributes: {type: 'area'}},
      {heading: 'Bar', sample: 'single', attributes: {type: 'bar'}},
      {heading: 'Bar, horizontal', sample: 'shares', attributes: {type: 'bar', horizontal: ''}},
      {heading: 'Grouped bars', sample: 'plans', attributes: {type: 'bar'}},
      {heading: 'Table', sample: 'orders', attributes: {type: 'table'}},
      {
        heading: 'Metric',
        sample: 'metric',
        className: 'number',
        attributes: {description: 'Compared with the month before', type: 'metric'},
      },
      {
        heading: 'Metric beyond 2^53',
        sample: 'metric-big',
        className: 'number',
        attributes: {description: 'Never rounded in silence', type: 'metric'},
      },
      {heading: 'Bar list', sample: 'shares', attributes: {type: 'bar-list'}},
      {heading: 'Pie', sample: 'shares', attributes: {type: 'pie'}},
      {heading: 'Donut', sample: 'shares', attributes: {type: 'donut'}},
      {heading: 'Funnel', sample: 'steps', attributes: {type: 'funnel'}},
      {heading: 'Heatmap', sample: 'week', attributes: {type: 'heatmap'}},
      {
        heading: 'Sparkline',
        sample: 'single',
        className: 'number',
        attributes: {type: 'sparkline'},
      },
    ],
  },
  {
    id: 'options',
    title: 'Options',
    lead: 'Boolean attributes are off unless they are there.',
    cases: [
      {heading: 'Stacked bars', sample: 'plans', attributes: {type: 'bar', stacked: ''}},
      {heading: 'Stacked areas', sample: 'plans', attributes: {type: 'area', stacked: ''}},
      {
        heading: 'Smooth line',
        sample: 'plans',
        attributes: {type: 'line', categories: 'free,team', smooth: ''},
      },
      {
        heading: 'Labels and colours by column',
        sample: 'plans',
        attributes: {
          type: 'bar',
          categories: 'free,team',
          stacked: '',
          columns: JSON.stringify({
            free: {label: 'Free plan', color: '#7c3aed'},
            team: {label: 'Team plan', color: '#059669'},
          }),
        },
      },
      {
        heading: 'Top three and the rest',
        sample: 'regions',
        attributes: {type: 'area', stacked: '', top: '3'},
      },
      {
        heading: 'Twelve stacked areas',
        sample: 'regions',
        className: 'tall',
        attributes: {type: 'area', stacked: '', top: '12'},
      },
      {
        heading: 'Twelve stacked bars',
        sample: 'regions',
        className: 'tall',
        attributes: {type: 'bar', stacked: '', top: '12'},
      },
      {heading: 'Below zero, stacked', sample: 'flows', attributes: {type: 'bar', stacked: ''}},
      {
        heading: 'Three series lying',
        sample: 'quarters',
        attributes: {type: 'bar', horizontal: ''},
      },
    ],
  },
  {
    id: 'clouds',
    title: 'Points',
    lead: 'Two numbers against each other; a third gives bubbles their size.',
    cases: [
      {
        heading: 'Scatter',
        sample: 'latency-few',
        attributes: {description: 'Split by a column', type: 'scatter', 'group-by': 'service'},
      },
      {
        heading: 'Ten thousand points',
        sample: 'latency-many',
        attributes: {type: 'scatter', 'group-by': 'service'},
      },
      {
        heading: 'Bubbles',
        sample: 'countries',
        attributes: {
          description: 'Area is population; the name is in the tooltip',
          type: 'scatter',
          size: 'population',
          'group-by': 'continent',
          columns: JSON.stringify({income: {unit: '$'}, population: {unit: 'M'}}),
        },
      },
      {
        heading: 'One series, inferred columns',
        sample: 'countries',
        attributes: {
          type: 'scatter',
          'group-by': '',
          columns: JSON.stringify({continent: {hidden: true}}),
        },
      },
    ],
  },
  {
    id: 'mixed',
    title: 'Mixed kinds and scales',
    lead: 'A line over bars; a second scale only when asked for.',
    cases: [
      {
        heading: 'Line over bars',
        sample: 'plans',
        attributes: {
          type: 'bar',
          categories: 'free,team',
          columns: JSON.stringify({team: {type: 'line'}}),
        },
      },
      {
        heading: 'Rate on its own scale',
        sample: 'rate',
        attributes: {
          type: 'bar',
          columns: JSON.stringify({conversion: {type: 'line', axis: 'right', format: 'percent'}}),
        },
      },
      {
        heading: 'Stack with a line',
        sample: 'plans',
        attributes: {
          type: 'bar',
          stacked: '',
          columns: JSON.stringify({enterprise: {type: 'line'}}),
        },
      },
      {
        heading: 'Logarithmic',
        sample: 'magnitudes',
        attributes: {description: 'One value is zero: a gap', type: 'line', 'y-scale': 'log'},
      },
      {
        heading: 'Logarithmic bars',
        sample: 'magnitudes',
        attributes: {type: 'bar', categories: 'free', 'y-scale': 'log'},
      },
      {
        heading: 'From 300 to 1,400',
        sample: 'single',
        attributes: {type: 'line', 'y-min': '300', 'y-max': '1400'},
      },
      {heading: 'Shares of bars', sample: 'plans', attributes: {type: 'bar', stacked: 'percent'}},
      {heading: 'Shares of areas', sample: 'plans', attributes: {type: 'area', stacked: 'percent'}},
    ],
  },
];
