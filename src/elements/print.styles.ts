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
