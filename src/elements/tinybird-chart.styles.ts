import {css, type CSSResultGroup} from 'lit';
import {skeletonStyles} from './skeleton-view.styles.js';

/** Around the drawing. Sizes follow the page's font, colours its text. */
const frameStyles = css`
  :host {
    display: block;
    box-sizing: border-box;
    block-size: 20rem;
    min-inline-size: 0;
    font-family: var(--tinybird-chart-font-family, inherit);
    text-align: start;
    break-inside: avoid;
  }
  :host([hidden]) {
    display: none;
  }
  :host([type='metric']),
  :host([type='sparkline']) {
    block-size: auto;
  }
  .base {
    --muted: var(
      --tinybird-chart-axis-text-color,
      color-mix(in srgb, currentcolor 68%, transparent)
    );
    --line: var(--tinybird-chart-grid-color, color-mix(in srgb, currentcolor 14%, transparent));
    box-sizing: border-box;
    position: relative;
    display: flex;
    flex-direction: column;
    gap: 0.5rem;
    block-size: 100%;
    min-block-size: 0;
    padding: var(--tinybird-chart-padding, 0);
    color: var(--tinybird-chart-text-color, inherit);
    background: var(--tinybird-chart-background, transparent);
    border-radius: var(--tinybird-chart-radius, 0.5rem);
    font-size: 0.875rem;
    line-height: 1.4;
  }
  .base.light {
    color-scheme: light;
    color: var(--tinybird-chart-text-color, #1c2230);
  }
  .base.dark {
    color-scheme: dark;
    color: var(--tinybird-chart-text-color, #e8ebf2);
  }
  .header {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 0.75rem;
  }
  .titles {
    flex: 1 1 5rem;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  slot[name='toolbar'],
  .tools {
    display: flex;
    align-items: center;
    gap: 0.25rem;
  }
  .tools {
    align-self: start;
    min-block-size: 1.5rem;
    margin-block: -0.125rem;
  }
  .heading {
    margin: 0;
    font-size: 1rem;
    font-weight: 600;
    line-height: 1.3;
  }
  .description {
    margin: 0.125rem 0 0;
    color: var(--muted);
  }
  .status {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
    color: var(--muted);
    font-size: 0.8125rem;
    min-block-size: 1.4em;
  }
  .status:empty {
    display: none;
  }
  .status:not(:empty)::before {
    content: '';
    inline-size: 0.5em;
    block-size: 0.5em;
    border-radius: 50%;
    background: var(--tinybird-chart-stale, #c97a0a);
  }
  .body {
    position: relative;
    flex: 1 1 auto;
    min-block-size: 0;
    min-inline-size: 0;
    display: flex;
    flex-direction: column;
  }
  .plot {
    position: relative;
    flex: 1 1 auto;
    min-block-size: 0;
    overflow: hidden;
  }
  .plot.sparkline {
    block-size: 3rem;
    min-block-size: 3rem;
  }
  canvas {
    position: absolute;
    inset: 0;
  }
  .plot:focus-visible,
  button:focus-visible,
  summary:focus-visible,
  .table-scroll:focus-visible {
    outline: 2px solid currentcolor;
    outline-offset: 2px;
    border-radius: 0.25rem;
  }
  .message {
    flex: 1 1 auto;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: safe center;
    gap: 0.75rem;
    min-block-size: 0;
    overflow: auto;
    padding: 0.5rem;
    text-align: center;
    color: var(--muted);
  }
  .message p {
    margin: 0;
    max-inline-size: 34rem;
    overflow-wrap: anywhere;
  }
  .message ul {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 0.5rem;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  details {
    font-size: 0.8125rem;
    max-inline-size: 100%;
  }
  summary {
    cursor: pointer;
    min-block-size: 1.5rem;
  }
  button {
    font: inherit;
    color: inherit;
    min-block-size: 2rem;
    padding: 0.25rem 0.875rem;
    border: 1px solid var(--line);
    border-radius: 0.375rem;
    background: color-mix(in srgb, currentcolor 6%, transparent);
    cursor: pointer;
  }
  button:hover {
    background: color-mix(in srgb, currentcolor 12%, transparent);
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .probe {
    position: absolute;
    inline-size: 0;
    block-size: 0;
    overflow: hidden;
    color: inherit;
    background-color: light-dark(#fff, #000);
    border: 0 solid var(--tinybird-chart-color-1, #000);
    outline: 0 solid var(--line);
    transition: 1ms;
    transition-property: color, background-color, border-color, outline-color;
  }
  @media (forced-colors: active) {
    button {
      border-color: ButtonText;
    }
  }
`;

/** Look of the element before it has a drawing. */
export const chartStyles: CSSResultGroup = [frameStyles, skeletonStyles];
