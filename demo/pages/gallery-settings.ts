import type {GallerySection} from './gallery-section.js';

/** What is drawn beside rows, and how it is written and looks. */
export const SETTINGS: readonly GallerySection[] = [
  {
    id: 'references',
    title: 'References',
    lead: 'Targets, normal ranges and events, with labels where the data leaves room.',
    cases: [
      {
        heading: 'Target and normal range',
        sample: 'single',
        attributes: {
          type: 'line',
          reference: JSON.stringify([
            {y: 1100, label: 'Target'},
            {from: 500, to: 800, label: 'Normal'},
          ]),
        },
      },
      {
        heading: 'Launch and campaign',
        sample: 'single',
        attributes: {
          type: 'area',
          reference: JSON.stringify([
            {x: '2026-03-01', label: 'Launch'},
            {x: ['2026-06-01', '2026-08-01'], label: 'Campaign'},
            {x: '2026-11-01', y: 800, label: 'Incident'},
          ]),
        },
      },
      {
        heading: 'On bars',
        sample: 'single',
        attributes: {
          type: 'bar',
          reference: JSON.stringify([
            {y: 1000, label: 'Capacity', color: '#d4351c'},
            {x: '2026-05-01', label: 'New prices'},
          ]),
        },
      },
      {
        heading: 'On lying bars',
        sample: 'shares',
        attributes: {
          type: 'bar',
          horizontal: '',
          reference: JSON.stringify([
            {y: 2000, label: 'Goal'},
            {x: 'Partners', label: 'New'},
          ]),
        },
      },
      {
        heading: 'On points',
        sample: 'latency-few',
        attributes: {
          type: 'scatter',
          reference: JSON.stringify([
            {from: 0, to: 100, label: 'Good'},
            {x: 60, label: 'Limit of answers'},
          ]),
        },
      },
      {
        heading: 'الزيارات',
        sample: 'single',
        attributes: {
          lang: 'ar',
          dir: 'rtl',
          type: 'line',
          locale: 'ar-EG',
          reference: JSON.stringify([
            {y: 1100, label: 'الهدف'},
            {x: '2026-03-01', label: 'الإطلاق'},
          ]),
        },
      },
    ],
  },
  {
    id: 'earlier',
    title: 'Compared with before',
    lead: 'A column called previous_visits is found by itself.',
    cases: [
      {heading: 'Line', sample: 'last-year', attributes: {type: 'line'}},
      {heading: 'Area', sample: 'last-year', attributes: {type: 'area'}},
      {heading: 'Bar', sample: 'last-year', attributes: {type: 'bar'}},
      {
        heading: 'Named columns',
        sample: 'plans',
        attributes: {type: 'line', categories: 'free', compare: 'team'},
      },
    ],
  },
  {
    id: 'numbers',
    title: 'Numbers',
    lead: 'Formats of ticks, tooltips and tables.',
    cases: [
      {
        heading: 'Currency',
        sample: 'currency',
        attributes: {type: 'area', 'number-format': 'currency:EUR'},
      },
      {heading: 'Percent', sample: 'ratio', attributes: {type: 'line', 'number-format': 'percent'}},
      {heading: 'Bytes', sample: 'bytes', attributes: {type: 'area', 'number-format': 'bytes'}},
      {
        heading: 'Duration',
        sample: 'seconds',
        attributes: {type: 'line', 'number-format': 'duration'},
      },
    ],
  },
  {
    id: 'languages',
    title: 'Languages and time zones',
    lead: 'Names of months, digits and the direction of reading follow locale, lang and dir.',
    cases: [
      {
        heading: 'Umsatz',
        sample: 'currency',
        attributes: {lang: 'de', type: 'bar', locale: 'de', 'number-format': 'currency:EUR'},
      },
      {
        heading: '売上',
        sample: 'currency',
        attributes: {lang: 'ja', type: 'bar', locale: 'ja', 'number-format': 'currency:JPY'},
      },
      {
        heading: 'الإيرادات',
        sample: 'currency',
        attributes: {
          lang: 'ar',
          dir: 'rtl',
          type: 'bar',
          locale: 'ar-EG',
          'number-format': 'currency:EGP',
        },
      },
      {
        heading: 'المصادر',
        sample: 'arabic',
        attributes: {lang: 'ar', dir: 'rtl', type: 'bar-list', locale: 'ar-EG'},
      },
      {
        heading: 'الحصص',
        sample: 'arabic',
        attributes: {lang: 'ar', dir: 'rtl', type: 'donut', locale: 'ar-EG'},
      },
      {
        heading: 'الخطوات',
        sample: 'arabic',
        attributes: {lang: 'ar', dir: 'rtl', type: 'funnel', locale: 'ar-EG'},
      },
      {
        heading: 'جدول',
        sample: 'arabic',
        attributes: {lang: 'ar', dir: 'rtl', type: 'table', locale: 'ar-EG'},
      },
      {heading: 'Read in UTC', sample: 'hours', attributes: {type: 'line', 'time-zone': 'UTC'}},
      {
        heading: 'Read in Berlin',
        sample: 'hours',
        attributes: {
          description: 'Over the change to summer time',
          type: 'line',
          'time-zone': 'Europe/Berlin',
        },
      },
      {
        heading: 'Read in Tokyo',
        sample: 'hours',
        attributes: {type: 'line', 'time-zone': 'Asia/Tokyo'},
      },
    ],
  },
  {
    id: 'looks',
    title: 'Looks',
    lead: 'Custom properties and parts reach everything, the canvas included.',
    cases: [
      {
        heading: 'Warm',
        sample: 'plans',
        className: 'theme-warm',
        attributes: {type: 'area', stacked: ''},
      },
      {
        heading: 'Night, always',
        sample: 'plans',
        className: 'theme-night',
        attributes: {type: 'line', theme: 'dark'},
      },
      {
        heading: 'Print',
        sample: 'plans',
        className: 'theme-print',
        attributes: {type: 'bar', theme: 'light'},
      },
      {
        heading: 'Own footer and toolbar',
        sample: 'single',
        html: '<a slot="toolbar" href="#looks">Report</a> <p slot="footer" class="footnote"> Source: the billing system, closed months only. </p>',
        attributes: {type: 'area'},
      },
      {
        heading: 'Own words for no rows',
        sample: 'none',
        html: '<p slot="empty" class="own-empty"> <b>Nothing here yet.</b> Invite a colleague to see the first visits. </p>',
        attributes: {type: 'line'},
      },
    ],
  },
  {
    id: 'pipes',
    title: 'Through pipes',
    lead: 'The same tags with rows of the organization that is signed in.',
    cases: [
      {
        heading: 'Visits by country',
        attributes: {
          loading: 'eager',
          pipe: 'visits_by_country_over_time',
          type: 'area',
          index: 'time',
          categories: 'visits',
          'group-by': 'country',
          stacked: '',
        },
      },
      {
        heading: 'Everything inferred',
        attributes: {description: 'pipe is the only attribute', pipe: 'daily_active_users'},
      },
      {
        heading: 'Every type of column',
        className: 'wide',
        attributes: {pipe: 'all_types', type: 'table'},
      },
    ],
  },
];
