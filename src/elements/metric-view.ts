import {html, nothing, type TemplateResult} from 'lit';
import {isBeyondNumber, type ValueFormat} from '../series/format-value.js';
import type {Metric} from '../series/metric.js';
import type {ShapedMetrics} from './shape.js';

/** Headline numbers with their change; the full number is in the title. */
export function metricView({metrics, format}: ShapedMetrics): TemplateResult {
  return html`<dl part="metric" class="metrics">
    ${metrics.map(
      (metric) =>
        html`<div class="metric">
          ${
            metrics.length > 1
              ? html`<dt class="label">${format.label(metric.column)}</dt>`
              : html`<dt class="visually-hidden">${format.label(metric.column)}</dt>`
          }
          <dd class="number" title=${format.full(metric.cell, metric.column)}>
            ${
              isBeyondNumber(metric.cell)
                ? format.full(metric.cell, metric.column)
                : format.short(metric.value, metric.column)
            }
          </dd>
          ${Number.isNaN(metric.previous) ? nothing : changeView(metric, format)}
        </div>`,
    )}
  </dl>`;
}

function changeView({change, previous, column}: Metric, format: ValueFormat): TemplateResult {
  const direction = change > 0 ? 'up' : change < 0 ? 'down' : 'same';
  const arrow = {up: '▲', down: '▼', same: '•'}[direction];
  return html`<dd class="change">
    <span class=${direction}
      ><span aria-hidden="true">${arrow}</span> ${format.change(change)}</span
    >
    <span class="label">vs ${format.short(previous, column)}</span>
  </dd>`;
}
