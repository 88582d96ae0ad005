import {css} from 'lit';

/** Look of a table. */
export const tableStyles = css`
  .table-scroll {
    flex: 1 1 auto;
    min-block-size: 0;
    overflow: auto;
  }
  table {
    inline-size: 100%;
    border-collapse: separate;
    border-spacing: 0;
    font-variant-numeric: tabular-nums;
  }
  caption {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  th {
    position: sticky;
    inset-block-start: 0;
    background: var(--tinybird-chart-table-header, Canvas);
    color: inherit;
    font-weight: 600;
    white-space: nowrap;
    box-shadow: inset 0 -1px var(--line);
  }
  th,
  td {
    padding: 0.375rem 0.75rem;
    text-align: start;
    vertical-align: top;
  }
  th:first-child,
  td:first-child {
    padding-inline-start: 0.25rem;
  }
  td {
    box-shadow: inset 0 -1px color-mix(in srgb, currentcolor 8%, transparent);
    max-inline-size: 24rem;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    unicode-bidi: isolate;
  }
  .end {
    text-align: end;
  }
  .more {
    margin: 0.5rem auto;
    display: block;
  }
`;
