import {Chart} from 'chart.js';
import {buildChartConfig} from './chart-config.js';
import type {ChartSize} from './chart-input.js';
import {createMarksPlugin, type DrawnState} from './marks-plugin.js';

/** Draws the same again on a canvas of its own, with that many pixels for each CSS pixel. */
export function copyDrawing(
  drawn: DrawnState,
  size: ChartSize,
  pixelRatio: number,
): HTMLCanvasElement {
  const state: DrawnState = {...drawn, highlight: null, emphasis: null};
  const {input, layout, looks} = state;
  const config = buildChartConfig(input, layout, looks, size, [createMarksPlugin(() => state)]);
  const canvas = document.createElement('canvas');
  canvas.width = size.width;
  canvas.height = size.height;
  const options = {...config.options, animation: false as const, devicePixelRatio: pixelRatio};
  const chart = new Chart(canvas, {...config, options});
  const copy = document.createElement('canvas');
  copy.width = canvas.width;
  copy.height = canvas.height;
  copy.getContext('2d')?.drawImage(canvas, 0, 0);
  // Chart.js keeps every chart that is not destroyed, and wipes the canvas of one that is.
  chart.destroy();
  return copy;
}
