import {css} from 'lit';
import {marksRegionStyles} from './marks-region.js';

/** Look of a heatmap. */
export const heatmapStyles = css`
  ${marksRegionStyles}
  /* As on a canvas, what comes later is to the right, whatever the page's direction. */
  .heat-scroll,
  .scale {
    direction: ltr;
  }
  .heat-scroll {
    container-type: inline-size;
  }
  .heat {
    inline-size: 100%;
    block-size: 100%;
    border-collapse: separate;
    font-variant-numeric: tabular-nums;
    border-spacing: 2px;
    font-size: max(12px, 0.75 * var(--em));
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
    min-inline-size: calc(0.5 * var(--em));
    white-space: nowrap;
  }
  .heat th {
    color: var(--muted);
    font-weight: 400;
  }
  .heat tbody th {
    position: static;
    inline-size: 1%;
    max-inline-size: calc(9 * var(--em));
    padding-inline-end: calc(0.375 * var(--em));
    text-align: end;
  }
  /* Text is cut at its own end. */
  .heat bdi {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .heat tbody td {
    block-size: var(--em);
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
    block-size: calc(1.25 * var(--em));
  }
  .heat thead span {
    position: absolute;
    inset-block-start: 0;
    left: 50%;
    translate: -50% 0;
    max-inline-size: 15ch;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .heat.few thead span {
    max-inline-size: 100%;
  }
  .heat .minor span,
  .heat.fits-nowhere .number {
    clip-path: inset(50%);
  }
  .heat.fits-nowhere .number {
    position: absolute;
    font-size: 1px;
  }
  @container (max-width: 30rem) {
    .heat.fits-wide .number {
      position: absolute;
      font-size: 1px;
      clip-path: inset(50%);
    }
  }
  @container (max-width: 48rem) {
    .heat.fits-widest .number {
      position: absolute;
      font-size: 1px;
      clip-path: inset(50%);
    }
  }
  .scale {
    display: flex;
    align-items: center;
    justify-content: end;
    gap: calc(0.375 * var(--em));
    padding-block-start: calc(0.375 * var(--em));
    color: var(--muted);
    font-size: max(12px, 0.75 * var(--em));
    font-variant-numeric: tabular-nums;
  }
  .ramp {
    inline-size: calc(6 * var(--em));
    block-size: calc(0.5 * var(--em));
    border-radius: 0.25rem;
    forced-color-adjust: none;
  }
`;
