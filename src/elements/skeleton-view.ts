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
      return html`<svg viewBox="0 0 100 100" preserveAspectRatio="none">
        ${BARS.map(
          (height, i) =>
            svg`<rect x=${i * 10 + 1.5} y=${100 - height} width="7" height=${height} rx="1"/>`,
        )}
      </svg>`;
    default:
      return html`<svg viewBox="0 0 100 100" preserveAspectRatio="none">
        <path
          d="M0 70 C8 62 12 40 20 44 S34 66 42 58 S56 26 64 32 S80 56 88 40 L100 28 V100 H0Z"
        ></path>
      </svg>`;
  }
}
