import {css} from 'lit';

/** Look of pies and donuts. */
export const pieStyles = css`
  .pie {
    flex: 1 1 auto;
    display: flex;
    flex-wrap: wrap;
    place-content: safe center;
    align-items: center;
    gap: calc(0.75 * var(--em)) calc(1.5 * var(--em));
    min-block-size: 0;
    overflow: auto;
    container-type: size;
  }
  .pie:focus-visible {
    outline: 2px solid currentcolor;
    outline-offset: 2px;
    border-radius: 0.25rem;
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
  .pie ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .slices {
    flex: 1 1 0;
    max-inline-size: calc(18 * var(--em));
    display: grid;
    gap: calc(0.25 * var(--em));
    min-inline-size: 0;
  }
  .slices li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto minmax(3.5em, auto);
    gap: calc(0.5 * var(--em));
    align-items: center;
  }
  .slices .value,
  .slices .share {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .slices .share {
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
