import {html, nothing, type TemplateResult} from 'lit';
import {ColumnError} from '../errors/column-error.js';
import type {Say} from '../messages/catalogue.js';
import {isBeyondNumber, type ValueFormat} from '../series/format-value.js';
import {buildMetrics, type Metric} from '../series/metric.js';
import {glide} from './glide.js';
import {glideTexts} from './glide-poses.js';
import type {HtmlView} from './html-view.js';
import {metricStyles} from './metric-view.styles.js';

/** Most numbers that are written; a table has the rest. */
const MAX_NUMBERS = 50;

/** Headline numbers with their change; the full number is in the title. */
export const metricView: HtmlView = {
  styles: metricStyles,
  shape({response, encoding, format, say, settings}) {
    const {meta, data} = response;
    const all = buildMetrics(meta, data, encoding, settings.compare);
    if (all.length === 0)
      throw new ColumnError('', 'A metric needs a number column, and the answer has none.');
    const {comparedPeriod} = settings;
    const metrics = all.slice(0, MAX_NUMBERS);
    const rest = all.length - metrics.length;
    const more = rest > 0 ? say('moreSeries', {count: rest}) : '';
    const glance = summarizeMetrics(metrics, format, say);
    const summary = [glance, more, comparedPeriod].filter(Boolean).join(' ');
    return ({title}) =>
      html`<div
        role="group"
        aria-label=${title ? `${title}. ${summary}` : summary}
        ${glide(response, !settings.noAnimation, glideTexts)}
      >
        ${metricsView(metrics, format, say, comparedPeriod ?? '')}
        ${more && html`<p class="more">${more}</p>`}
      </div>`;
  },
};

function summarizeMetrics(metrics: readonly Metric[], format: ValueFormat, say: Say): string {
  const sentences = metrics.map(({column, value, previous, change}) => {
    const name = format.label(column);
    if (Number.isNaN(value)) return say('summary.none', {name});
    const text = format.short(value, column);
    if (Number.isNaN(change)) return say('summary.same', {name, value: text});
    const versus = say('versus', {value: format.short(previous, column)});
    return say('summary.change', {name, value: text, change: format.change(change), versus});
  });
  return [say('summary.kind', {chart: say('kind.metric')}), ...sentences].join(' ');
}

function metricsView(
  metrics: readonly Metric[],
  format: ValueFormat,
  say: Say,
  period: string,
): TemplateResult {
  return html`<dl part="metric" class="metrics">
    ${metrics.map((metric) => {
      const {cell, column, value} = metric;
      const text = isBeyondNumber(cell) ? format.full(cell, column) : format.short(value, column);
      return html`<div class="metric">
        ${
          metrics.length > 1
            ? html`<dt class="label">${format.label(metric.column)}</dt>`
            : html`<dt class="visually-hidden">${format.label(metric.column)}</dt>`
        }
        <dd
          class="number"
          data-key=${column}
          data-text=${text}
          title=${format.full(cell, column)}
          .style=${`--chars:${text.length}`}
        >
          ${text}
        </dd>
        ${Number.isNaN(metric.previous) ? nothing : changeView(metric, format, say, period)}
      </div>`;
    })}
  </dl>`;
}

function changeView(
  {change, previous, column}: Metric,
  format: ValueFormat,
  say: Say,
  period: string,
): TemplateResult {
  const direction = change > 0 ? 'up' : change < 0 ? 'down' : 'same';
  const arrow = {up: '▲', down: '▼', same: '•'}[direction];
  return html`<dd class="change" title=${period || nothing}>
    <span class=${direction}
      ><span aria-hidden="true">${arrow}</span> ${format.change(change)}</span
    >
    <span class="label">${say('versus', {value: format.short(previous, column)})}</span>
  </dd>`;
}
