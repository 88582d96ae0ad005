import {html, type TemplateResult} from 'lit';
import type {ChartType} from './chart-settings.js';

/** A quiet drawing of the chart to come, in its final place; says nothing to screen readers. */
export function skeletonView(type: ChartType): TemplateResult {
  return html`<div part="skeleton" class="skeleton ${type}" aria-hidden="true"></div>`;
}
