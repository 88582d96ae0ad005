import {html, svg, type TemplateResult} from 'lit';
import type {ChartType} from './chart-settings.js';

const BARS = [38, 62, 47, 80, 58, 92, 70, 54, 76, 64];

/** A quiet drawing of the chart to come, in its final place; says nothing to screen readers. */
export function skeletonView(type: ChartType): TemplateResult {
  return html`<div part="skeleton" class="skeleton" aria-hidden="true">${shapeOf(type)}</div>`;
}

function shapeOf(type: ChartType): TemplateResult {
  switch (type) {
    case 'metric':
      return html`<span class="bone metric-bone"></span><span class="bone label-bone"></span>`;
    case 'table':
      return html`${Array.from({length: 6}, () => html`<span class="bone row-bone"></span>`)}`;
    case 'bar':
      return boxes(BARS.map((height, i) => [i * 10 + 1.5, 100 - height, 7, height]));
    case 'bar-list':
    case 'funnel':
      return boxes([92, 70, 54, 38, 22].map((width, i) => [0, i * 20 + 4, width, 12]));
    case 'pie':
    case 'donut':
      return html`<svg viewBox="0 0 100 100"><circle cx="50" cy="50" r="48"></circle></svg>`;
    case 'heatmap':
      return boxes(Array.from({length: 35}, (_, i) => [(i % 7) * 14.4, (i % 5) * 20.2, 13.4, 19]));
    default:
      return html`<svg viewBox="0 0 100 100" preserveAspectRatio="none">
        <path
          d="M0 70 C8 62 12 40 20 44 S34 66 42 58 S56 26 64 32 S80 56 88 40 L100 28 V100 H0Z"
        ></path>
      </svg>`;
  }
}

type Box = readonly [x: number, y: number, width: number, height: number];

function boxes(all: readonly Box[]): TemplateResult {
  return html`<svg viewBox="0 0 100 100" preserveAspectRatio="none">
    ${all.map(
      ([x, y, width, height]) => svg`<rect x=${x} y=${y} width=${width} height=${height} rx="1"/>`,
    )}
  </svg>`;
}
