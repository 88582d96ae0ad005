import {css} from 'lit';

/** Look of pies and donuts. */
export const pieStyles = css`
  .pie {
    flex: 1 1 auto;
    display: flex;
    flex-wrap: wrap;
    place-content: center;
    align-items: center;
    gap: 0.75rem 1.5rem;
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
    block-size: min(100cqb, 45cqi);
    inline-size: min(100cqb, 45cqi);
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
    font-size: 12px;
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
    flex: 0 1 18rem;
    display: grid;
    gap: 0.25rem;
    min-inline-size: min(100%, 11rem);
  }
  .slices li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto 3.5em;
    gap: 0.5rem;
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
      block-size: min(52cqb, 90cqi);
      inline-size: min(52cqb, 90cqi);
    }
    .slices {
      flex-basis: 100%;
      gap: 0 0.5rem;
      font-size: 0.8125rem;
      line-height: 1.3;
    }
  }
`;
