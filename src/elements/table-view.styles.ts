import {css} from 'lit';

/** Look of a table. */
export const tableStyles = css`
  .table-scroll {
    --row: calc(2 * var(--em));
    --chosen: color-mix(in srgb, currentcolor 12%, transparent);
    flex: 1 1 auto;
    min-block-size: 0;
    overflow: auto;
    overflow-anchor: none;
    contain: layout paint;
    container-type: inline-size;
  }
  /* These are as high as their content, which a table must not be. */
  :host([type='metric']) .table-scroll,
  :host([type='sparkline']) .table-scroll {
    max-block-size: calc(16 * var(--em));
  }
  .table-scroll table {
    table-layout: fixed;
    border-collapse: separate;
    border-spacing: 0;
    font-variant-numeric: tabular-nums;
  }
  .table-scroll caption {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .table-scroll :is(th, td) {
    box-sizing: border-box;
    block-size: var(--row);
    padding: 0 calc(0.75 * var(--em));
    color: inherit;
    font-weight: inherit;
    line-height: 1.2;
    text-align: start;
    white-space: nowrap;
    box-shadow: inset 0 -1px color-mix(in srgb, currentcolor 8%, transparent);
  }
  /* Text is cut at its own end. */
  .table-scroll bdi {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .table-scroll thead th {
    position: sticky;
    z-index: 1;
    inset-block-start: 0;
    padding: 0;
    background: var(--tinybird-chart-table-header, Canvas);
    box-shadow: inset 0 -1px var(--line);
  }
  .table-scroll .end {
    text-align: end;
  }
  .table-scroll tbody tr > :first-child,
  th:first-child > .sort {
    padding-inline-start: calc(0.25 * var(--em));
  }
  .table-scroll tbody tr:hover {
    background: color-mix(in srgb, currentcolor 5%, transparent);
  }
  .table-scroll tr[aria-selected] {
    cursor: pointer;
  }
  .table-scroll tr[aria-selected='true'] > td {
    background-image: linear-gradient(0deg, var(--chosen), var(--chosen));
  }
  .table-scroll tr[aria-selected='true'] > td:first-child {
    border-inline-start: 3px solid currentcolor;
    /* Its text stays where it is. */
    padding-inline-start: calc(0.25 * var(--em) - 3px);
  }
  .table-scroll:focus-visible tr.marked > td {
    box-shadow:
      inset 0 2px currentcolor,
      inset 0 -2px currentcolor;
  }
  .clipped {
    flex: none;
    max-block-size: 40%;
    overflow: auto;
    margin: 0;
    padding: calc(0.5 * var(--em)) calc(0.25 * var(--em)) 0;
    border-block-start: 1px solid var(--line);
    overflow-wrap: anywhere;
  }
  .clipped:not(:has(div)),
  .table-scroll:not(:focus-within) + .clipped:not(.chosen, :hover, :focus-within) {
    display: none;
  }
  .clipped dt {
    color: var(--muted);
  }
  .clipped dd {
    margin: 0 0 calc(0.25 * var(--em));
    unicode-bidi: plaintext;
    text-align: start;
  }
  .sort {
    display: flex;
    align-items: center;
    gap: calc(0.375 * var(--em));
    inline-size: 100%;
    min-block-size: var(--row);
    padding: 0 calc(0.75 * var(--em));
    border: 0;
    border-radius: 0;
    background: none;
    font-weight: 600;
  }
  .sort:focus-visible {
    outline-offset: -2px;
  }
  .end > .sort {
    justify-content: end;
  }
  .end > .sort::after {
    order: -1;
  }
  .sort::after {
    content: '';
    flex: none;
    inline-size: 0.5em;
    block-size: 0.5em;
    background: currentcolor;
    clip-path: polygon(50% 0, 100% 100%, 0 100%);
    opacity: 0;
  }
  .sort:is(:hover, :focus-visible)::after {
    opacity: 0.3;
  }
  [aria-sort] > .sort::after {
    opacity: 1;
  }
  [aria-sort='descending'] > .sort::after {
    rotate: 180deg;
  }
  @container (max-width: 32rem) {
    .table-scroll :is(th, td):first-child:not(:last-child) {
      position: sticky;
      z-index: 1;
      inset-inline-start: 0;
      background-color: var(--tinybird-chart-table-header, Canvas);
      box-shadow: inset -1px -1px color-mix(in srgb, currentcolor 8%, transparent);
    }
    .table-scroll :is(th, td):first-child:not(:last-child):dir(rtl) {
      box-shadow: inset 1px -1px color-mix(in srgb, currentcolor 8%, transparent);
    }
    .table-scroll thead th:first-child:not(:last-child) {
      z-index: 2;
    }
  }
  @media (forced-colors: active) {
    /* Shadows are not drawn. */
    .table-scroll :is(th, td) {
      border-block-end: 1px solid CanvasText;
    }
    .sort::after {
      background: ButtonText;
      forced-color-adjust: none;
    }
    /* The cell that stays at the edge of a narrow table, too. */
    .table-scroll tr[aria-selected='true'] > td:nth-child(n) {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
    .table-scroll:focus-visible tr.marked > td {
      outline: 2px solid currentcolor;
      outline-offset: -3px;
    }
  }
  .paper + .clipped {
    display: none;
  }
  .paper table {
    table-layout: auto;
    inline-size: 100% !important;
  }
  .paper col {
    inline-size: auto !important;
  }
  .paper tr {
    break-inside: avoid;
  }
  .paper :is(th, td) {
    position: static !important;
    padding-inline: 0.25rem;
    overflow: visible;
    font-size: 0.6875rem;
    overflow-wrap: anywhere;
    white-space: normal;
  }
  .paper bdi {
    overflow: visible;
  }
  .paper .sort {
    padding: 0;
  }
  .paper .sort > .name {
    overflow: visible;
    white-space: normal;
  }
  .paper .sort::after {
    display: none;
  }
  .paper [aria-sort] > .sort::after {
    display: block;
  }
`;
