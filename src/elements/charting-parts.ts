// Loaded late: what a chart on a canvas needs, Chart.js with it.
export {ChartView} from '../charting/chart-view.js';
export {readTheme} from '../charting/theme.js';
