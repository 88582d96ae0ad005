// The names of @tinybirdco/charts 0.3, so that coming from there is a change of import.
export {
  AreaChart,
  BarChart,
  BarList,
  type ChartProps,
  DonutChart,
  LineChart,
  PieChart,
  Table,
} from './compat/charts.js';
export {ChartProvider, type ChartProviderProps} from './compat/chart-provider.js';
export {type ChartQuery, useQuery} from './compat/use-query.js';
