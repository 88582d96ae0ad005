/** The words in and around drawings, which come with the code that draws. */
export const englishDrawing = {
  /** Role of a drawing, as screen readers name it. */
  chart: 'chart',
  table: 'Table',
  showAsTable: 'Show as table',
  showAsChart: 'Show as chart',
  pause: 'Pause updates',
  resume: 'Resume updates',
  download: 'Download',
  'file.csv': 'Data (CSV)',
  'file.png': 'Picture (PNG)',
  /** How to read a drawing by keyboard. */
  keys: 'Arrow keys move from point to point, Enter selects, Escape leaves.',
  'keys.sound': 'P plays the series as tones, any key stops it.',
  /** The group that takes the rest. */
  other: 'Other',
  omitted: {other: '+ {count} smaller, not drawn'},
  moreRows: {
    one: 'Show more ({count} row left)',
    other: 'Show more ({count} rows left)',
  },
  /** Series that a tooltip, and numbers that a metric, has no room for. */
  moreSeries: {other: 'and {count} more'},
  /** What a metric is compared with. */
  versus: 'vs {value}',

  'kind.line': 'Line chart',
  'kind.area': 'Area chart',
  'kind.bar': 'Bar chart',
  'kind.scatter': 'Scatter chart',
  'kind.bar-list': 'Bar list',
  'kind.pie': 'Pie chart',
  'kind.donut': 'Donut chart',
  'kind.metric': 'Metric',
  'kind.sparkline': 'Sparkline',
  'kind.table': 'Table',
  'kind.heatmap': 'Heatmap',
  'kind.funnel': 'Funnel',

  'summary.ofSeries': '{chart} of {count} series',
  'summary.empty': '{chart} without values.',
  'summary.at': '{chart} at {first}.',
  'summary.over': {
    one: '{chart} over {count} category.',
    other: '{chart} over {count} categories.',
  },
  'summary.range': '{chart} from {first} to {last}, {count} points.',
  'summary.none': '{name}: no values.',
  'summary.same': '{name}: {value}.',
  'summary.extremes': '{name}: highest {highest} ({highestAt}), lowest {lowest} ({lowestAt}).',
  'summary.course':
    '{name}: lowest {lowest} ({lowestAt}), highest {highest} ({highestAt}), last {last}, {trend}.',
  'summary.kind': '{chart}.',
  'summary.change': '{name}: {value}, {change} {versus}.',
  'summary.rising': 'rising',
  'summary.falling': 'falling',
  'summary.steady': 'steady',
  'summary.truncated': 'The scale does not begin at zero.',
  'summary.more': {other: '{count} more series.'},
  'summary.omitted': {
    one: '{count} smaller group is left out.',
    other: '{count} smaller groups are left out.',
  },
} as const;
