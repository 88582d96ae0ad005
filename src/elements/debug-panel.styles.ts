import {css} from 'lit';

/** Look of the diagnosis panel: takes its height from the drawing, never from the page. */
export const debugStyles = css`
  .debug {
    flex: 0 1 auto;
    box-sizing: border-box;
    min-block-size: 2rem;
    max-block-size: 60%;
    overflow: auto;
    overscroll-behavior: contain;
    padding: 0.125rem 0.75rem;
    border: 1px solid var(--line);
    border-radius: 0.375rem;
    font-size: 0.8125rem;
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
    line-height: 1.5rem;
  }
  .standing,
  .step-label,
  .debug h4,
  .debug dt {
    color: var(--muted);
    font-weight: 400;
  }
  .standing {
    margin-inline-start: 0.25rem;
  }
  .step {
    margin-block: 0.25rem 0.625rem;
    padding: 0.375rem 0.75rem;
    border-inline-start: 0.25rem solid var(--tinybird-chart-stale, #c97a0a);
    border-radius: 0.25rem;
    background: color-mix(in srgb, currentcolor 5%, transparent);
  }
  .step.well {
    border-color: var(--tinybird-chart-up-color, light-dark(#15803d, #4ade80));
  }
  .step > [part='debug-step'] {
    max-inline-size: 46rem;
    font-size: 0.9375rem;
    font-weight: 500;
    line-height: 1.4;
  }
  .step-label,
  .debug h4 {
    font-size: 0.75rem;
  }
  .debug ul {
    max-inline-size: 46rem;
    margin-block-end: 0.625rem;
    padding-inline-start: 1.25rem;
  }
  .debug li + li {
    margin-block-start: 0.125rem;
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
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr));
    gap: 0.625rem 1.5rem;
    padding-block-end: 0.5rem;
  }
  .debug h4 {
    margin-block-end: 0.125rem;
    padding-block-end: 0.125rem;
    border-block-end: 1px solid var(--line);
  }
  .debug dl {
    display: grid;
    grid-template-columns: fit-content(45%) 1fr;
    gap: 0.0625rem 0.75rem;
    font-variant-numeric: tabular-nums;
  }
  .debug dd {
    min-inline-size: 0;
    margin: 0;
  }
  .copy {
    float: inline-end;
    margin-inline-start: 0.75rem;
  }
  .copy button {
    min-block-size: 1.5rem;
    padding: 0 0.5rem;
    font-size: 0.75rem;
  }
  .copy-text {
    box-sizing: border-box;
    clear: both;
    inline-size: 100%;
    margin-block: 0.25rem;
    border: 1px solid var(--line);
    background: Canvas;
    color: CanvasText;
    font:
      0.75rem/1.4 ui-monospace,
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
