// The drawing of the element without the element: typed columns onto a canvas, as the others get
// them. Bundled from the sources.
import {DEFAULT_FLAGS} from '../../src/charting/chart-input.js';
import {ChartView} from '../../src/charting/chart-view.js';
import {readTheme} from '../../src/charting/theme.js';
import {parseColumnType} from '../../src/series/column-type.js';
import {createValueFormat} from '../../src/series/format-value.js';
import type {SeriesSet} from '../../src/series/series-set.js';
import type {Columns, Contender} from './contender.js';

function toSet({x, y}: Columns): SeriesSet {
  return {
    index: {
      kind: 'time',
      column: 'timestamp',
      values: x,
      step: {unit: 'second', count: 1},
      isCalendar: false,
      timeZone: 'UTC',
    },
    series: [
      {
        name: 'value',
        column: 'value',
        group: null,
        type: parseColumnType('Float64'),
        values: y,
        rows: new Int32Array(0),
      },
    ],
    omittedGroups: 0,
  };
}

const contender: Contender = {
  name: 'tinybird-chart drawing',
  async drawColumns(element, columns) {
    const canvas = document.createElement('canvas');
    element.append(canvas);
    const view = new ChartView(canvas);
    const format = createValueFormat({locale: 'en', timeZone: 'UTC'});
    const theme = readTheme(element, 'light');
    const flags = {...DEFAULT_FLAGS, animate: false};
    view.resize(element.clientWidth, element.clientHeight);
    const show = (next: Columns) =>
      view.update({kind: 'line', set: toSet(next), format, theme, flags});
    show(columns);
    return {dispose: () => view.clear(), update: show};
  },
};

Object.assign(globalThis, {contender});
