// Loaded when a reader takes something out.
export {chartImage} from './chart-image.js';
export {toCsv} from '../series/to-csv.js';
export {downloadChart} from './download-chart.js';
