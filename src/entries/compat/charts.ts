import {type FunctionComponent} from 'react';
import type {ChartProps} from './compat-props.js';
import {createCompatChart} from './create-compat-chart.js';

export type {ChartProps} from './compat-props.js';

/** Areas over `index`, one for each category or group. */
export const AreaChart: FunctionComponent<ChartProps> = createCompatChart('AreaChart', 'area');

/** Bars over `index`. */
export const BarChart: FunctionComponent<ChartProps> = createCompatChart('BarChart', 'bar');

/** Names with bars, the longest first. */
export const BarList: FunctionComponent<ChartProps> = createCompatChart('BarList', 'bar-list');

/** Shares as a ring. */
export const DonutChart: FunctionComponent<ChartProps> = createCompatChart('DonutChart', 'donut');

/** Lines over `index`. */
export const LineChart: FunctionComponent<ChartProps> = createCompatChart('LineChart', 'line');

/** Shares as slices. */
export const PieChart: FunctionComponent<ChartProps> = createCompatChart('PieChart', 'pie');

/** Rows as a table. */
export const Table: FunctionComponent<ChartProps> = createCompatChart('Table', 'table');
