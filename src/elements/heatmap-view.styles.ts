import {css} from 'lit';

/** Look of a heatmap. */
export const heatmapStyles = css`
  .heat-scroll {
    flex: 1 1 auto;
    min-block-size: 0;
    overflow: auto;
    container-type: inline-size;
  }
  .heat-scroll:focus-visible {
    outline: 2px solid currentcolor;
    outline-offset: 2px;
    border-radius: 0.25rem;
  }
  .heat {
    inline-size: 100%;
    block-size: 100%;
    border-collapse: separate;
    font-variant-numeric: tabular-nums;
    border-spacing: 2px;
    font-size: 0.75rem;
  }
  .heat caption {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .heat th,
  .heat td {
    padding: 0;
    background: none;
    box-shadow: none;
    overflow: visible;
    vertical-align: middle;
    text-align: center;
    min-inline-size: 0.5rem;
    white-space: nowrap;
  }
  .heat th {
    color: var(--muted);
    font-weight: 400;
  }
  .heat tbody th {
    position: static;
    inline-size: 1%;
    max-inline-size: 9rem;
    padding-inline-end: 0.375rem;
    overflow: hidden;
    text-overflow: ellipsis;
    text-align: end;
  }
  .heat tbody td {
    block-size: 1rem;
    border-radius: 2px;
    forced-color-adjust: none;
    outline: 1px solid color-mix(in srgb, currentcolor 10%, transparent);
    outline-offset: -1px;
  }
  .heat tbody td:hover {
    outline: 2px solid;
  }
  .heat thead th {
    position: relative;
    max-inline-size: 0;
    block-size: 1.25rem;
  }
  .heat thead span {
    position: absolute;
    inset-block-start: 0;
    inset-inline-start: 50%;
    translate: -50% 0;
    max-inline-size: 12ch;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .heat.few thead span {
    max-inline-size: 100%;
  }
  .heat:dir(rtl) thead span {
    translate: 50% 0;
  }
  .heat .minor span,
  .heat.many .number {
    clip-path: inset(50%);
  }
  .heat.many .number {
    position: absolute;
    font-size: 1px;
  }
  @container (max-width: 30rem) {
    .heat .middle span,
    .heat.some .number {
      clip-path: inset(50%);
    }
    .heat.some .number {
      position: absolute;
      font-size: 1px;
    }
  }
  .scale {
    display: flex;
    align-items: center;
    justify-content: end;
    gap: 0.375rem;
    padding-block-start: 0.375rem;
    color: var(--muted);
    font-size: 0.75rem;
    font-variant-numeric: tabular-nums;
  }
  .ramp {
    inline-size: 6rem;
    block-size: 0.5rem;
    border-radius: 0.25rem;
    forced-color-adjust: none;
  }
`;
