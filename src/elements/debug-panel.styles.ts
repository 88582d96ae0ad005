import {css} from 'lit';

/** Look of the diagnosis panel: takes its height from the drawing, never from the page. */
export const debugStyles = css`
  .debug {
    flex: 0 1 auto;
    box-sizing: border-box;
    min-block-size: calc(2 * var(--em));
    max-block-size: 60%;
    overflow: auto;
    overscroll-behavior: contain;
    padding: calc(0.125 * var(--em)) calc(0.75 * var(--em));
    border: 1px solid var(--line);
    border-radius: 0.375rem;
    font-size: max(12px, 0.8125 * var(--em));
    line-height: 1.45;
    overflow-wrap: anywhere;
  }
  .debug:focus-visible {
    outline: 2px solid currentcolor;
    outline-offset: -2px;
  }
  /* Without rows there is nothing to make room for but a sentence. */
  .base:has(.message) .body {
    flex: 0 0 auto;
    max-block-size: 45%;
  }
  .base:has(.debug) [part='detail'] {
    display: none;
  }
  .base:has(.message) .debug {
    flex: 1 1 auto;
    max-block-size: none;
  }
  /* Charts as high as their content: beside them, or the panel would move the page. */
  :host([type='metric']) .base .debug,
  :host([type='sparkline']) .base .debug {
    position: absolute;
    z-index: 1;
    inset-block-start: 100%;
    inset-inline: 0;
    max-block-size: 20rem;
    background: Canvas;
    color: CanvasText;
  }
  .debug p,
  .debug ul,
  .debug dl,
  .debug h4 {
    margin: 0;
  }
  .debug details {
    font-size: inherit;
  }
  .debug summary {
    font-weight: 600;
    line-height: calc(1.5 * var(--em));
  }
  .standing,
  .step-label,
  .debug h4,
  .debug dt {
    color: var(--muted);
    font-weight: 400;
  }
  .standing {
    margin-inline-start: calc(0.25 * var(--em));
  }
  .step {
    margin-block: calc(0.25 * var(--em)) calc(0.625 * var(--em));
    padding: calc(0.375 * var(--em)) calc(0.75 * var(--em));
    border-inline-start: calc(0.25 * var(--em)) solid var(--tinybird-chart-stale, #c97a0a);
    border-radius: 0.25rem;
    background: color-mix(in srgb, currentcolor 5%, transparent);
  }
  .step.well {
    border-color: var(--tinybird-chart-up-color, light-dark(#15803d, #4ade80));
  }
  .step > [part='debug-step'] {
    max-inline-size: calc(46 * var(--em));
    font-size: max(12px, 0.9375 * var(--em));
    font-weight: 500;
    line-height: 1.4;
  }
  .step-label,
  .debug h4 {
    font-size: max(12px, 0.75 * var(--em));
  }
  .debug ul {
    max-inline-size: calc(46 * var(--em));
    margin-block-end: calc(0.625 * var(--em));
    padding-inline-start: calc(1.25 * var(--em));
  }
  .debug li + li {
    margin-block-start: calc(0.125 * var(--em));
  }
  .debug code {
    padding: 0.0625em 0.25em;
    border-radius: 0.25em;
    background: color-mix(in srgb, currentcolor 9%, transparent);
    font:
      0.9em ui-monospace,
      monospace;
  }
  .groups {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 16 * var(--em)), 1fr));
    gap: calc(0.625 * var(--em)) calc(1.5 * var(--em));
    padding-block-end: calc(0.5 * var(--em));
  }
  .debug h4 {
    margin-block-end: calc(0.125 * var(--em));
    padding-block-end: calc(0.125 * var(--em));
    border-block-end: 1px solid var(--line);
  }
  .debug dl {
    display: grid;
    grid-template-columns: fit-content(45%) 1fr;
    gap: calc(0.0625 * var(--em)) calc(0.75 * var(--em));
    font-variant-numeric: tabular-nums;
  }
  .debug dd {
    min-inline-size: 0;
    margin: 0;
  }
  .copy {
    float: inline-end;
    margin-inline-start: calc(0.75 * var(--em));
  }
  .copy button {
    min-block-size: max(24px, 1.5 * var(--em));
    padding: 0 calc(0.5 * var(--em));
    font-size: max(12px, 0.75 * var(--em));
  }
  .copy-text {
    box-sizing: border-box;
    clear: both;
    inline-size: 100%;
    margin-block: calc(0.25 * var(--em));
    border: 1px solid var(--line);
    background: Canvas;
    color: CanvasText;
    font:
      max(12px, 0.75 * var(--em)) / 1.4 ui-monospace,
      monospace;
  }
  @media (forced-colors: active) {
    .step,
    .debug code {
      outline: 1px solid transparent;
    }
    .step {
      border-color: Highlight;
    }
  }
`;
