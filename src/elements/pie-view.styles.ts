import {css} from 'lit';
import {marksRegionStyles} from './marks-region.js';

/** Look of pies and donuts. */
export const pieStyles = css`
  ${marksRegionStyles}
  .pie {
    display: flex;
    flex-wrap: wrap;
    place-content: safe center;
    align-items: center;
    gap: calc(0.75 * var(--em)) calc(1.5 * var(--em));
    container-type: size;
  }
  .pie svg {
    flex: none;
    block-size: min(100cqb, 42cqi);
    inline-size: min(100cqb, 42cqi);
    forced-color-adjust: none;
  }
  .pie .stripes {
    pointer-events: none;
  }
  .pie svg:hover [data-at]:not(:hover, .chosen),
  .pie svg.has-choice [data-at]:not(.chosen, :hover) {
    opacity: 0.45;
  }
  .pie .total {
    font-weight: 650;
    text-anchor: middle;
    dominant-baseline: central;
    fill: currentcolor;
  }
  @media (forced-colors: active) {
    .pie .total {
      fill: CanvasText;
    }
  }
  .pie ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .slices {
    flex: 1 1 0;
    max-inline-size: calc(18 * var(--em));
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(0.25 * var(--em));
    min-inline-size: 0;
  }
  .slices li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(0.5 * var(--em));
    align-items: center;
  }
  /* Beside a very long number there is room for a few letters, or the share goes below. */
  .slices .name {
    flex: 1 1 3em;
    max-inline-size: none;
  }
  .slices .value,
  .slices .share {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .slices .share {
    min-inline-size: 3.5em;
    margin-inline-start: auto;
    color: var(--muted);
  }
  @container (max-width: 26rem) {
    .pie svg {
      --side: clamp(4.5 * var(--em), 96cqb - 1.25 * var(--em) * var(--slices), min(52cqb, 90cqi));
      block-size: var(--side);
      inline-size: var(--side);
    }
    .slices {
      flex-basis: 100%;
      max-inline-size: none;
      gap: 0 calc(0.5 * var(--em));
      font-size: max(12px, 0.8125 * var(--em));
      line-height: 1.3;
    }
  }
`;
