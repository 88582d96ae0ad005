import {css} from 'lit';

/** Look on paper: dark on white, nothing to press, nothing behind a scroll bar. */
export const printStyles = css`
  :host {
    color-scheme: light;
    print-color-adjust: exact;
  }
  .base:is(.auto, .light, .dark) {
    --muted: #5b6270;
    --line: #e7e9ee;
    --tinybird-chart-table-header: #fff;
    color-scheme: light;
    color: #18181b;
    background: #fff;
  }
  .tools,
  .tooltip,
  .keys,
  .clipped,
  .more,
  .reset,
  slot[name='toolbar'] {
    display: none;
  }
  /* A drawing made for the width of the screen fits paper as a whole. */
  .plot {
    flex: none;
  }
  canvas {
    position: static;
    display: block;
    inline-size: 100% !important;
    block-size: auto !important;
  }
  .legend {
    max-block-size: none;
    overflow: visible;
  }
  .body,
  .bar-scroll,
  .table-scroll {
    overflow: visible;
    max-block-size: none;
    contain: none;
    container-type: normal;
  }
  .table-scroll table {
    table-layout: auto;
    inline-size: 100% !important;
  }
  .table-scroll col {
    inline-size: auto !important;
  }
  .table-scroll tr {
    break-inside: avoid;
  }
  .table-scroll :is(th, td) {
    position: static !important;
    padding-inline: 0.25rem;
    overflow: visible;
    font-size: 0.6875rem;
    overflow-wrap: anywhere;
    white-space: normal;
  }
  .sort {
    padding: 0;
  }
  .sort > .name {
    overflow: visible;
    white-space: normal;
  }
  .sort::after {
    display: none;
  }
  [aria-sort] > .sort::after {
    display: block;
  }
`;

/** For drawings whose height is their content's. */
export const longPrintStyles = css`
  :host,
  .base {
    block-size: auto !important;
  }
`;

/** For tables, which may go on on the next page. */
export const tablePrintStyles = css`
  :host {
    break-inside: auto;
  }
`;
