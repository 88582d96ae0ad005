import {css} from 'lit';

/** Look of the legend and the words about keys. */
export const viewStyles = css`
  /* Nothing that an answer says is painted outside; the margin leaves room for focus rings. */
  @supports (overflow-clip-margin: 1px) {
    .titles,
    .body {
      overflow: clip;
      overflow-clip-margin: 0.25rem;
    }
    .body:has(slot) {
      overflow: visible;
    }
    .titles {
      max-block-size: 9rem;
    }
  }
  .actions {
    display: flex;
    transition: opacity 120ms;
  }
  @media (hover: hover) and (min-width: 40rem) {
    .base:not(:hover, :focus-within) .actions:not(.in-use) {
      opacity: 0;
    }
  }
  .action {
    display: grid;
    place-content: center;
    box-sizing: border-box;
    inline-size: 1.75rem;
    min-block-size: 1.5rem;
    padding: 0;
    border: 0;
    border-radius: 0.375rem;
    background: none;
    color: var(--muted);
    list-style: none;
    cursor: pointer;
  }
  .action::-webkit-details-marker {
    display: none;
  }
  .action:hover,
  .download[open] > .action {
    background: color-mix(in srgb, currentcolor 10%, transparent);
  }
  .icon {
    inline-size: 1rem;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .download {
    position: relative;
  }
  .files {
    position: absolute;
    z-index: 3;
    inset-block-start: 100%;
    inset-inline-end: 0;
    display: grid;
    min-inline-size: max-content;
    margin-block-start: 0.25rem;
    padding: 0.25rem;
    border: 1px solid var(--line);
    border-radius: 0.375rem;
    background: var(--tinybird-chart-tooltip-background, Canvas);
    color: var(--tinybird-chart-tooltip-color, CanvasText);
    box-shadow: 0 4px 16px rgb(0 0 0 / 0.16);
  }
  .files button {
    border: 0;
    border-radius: 0.25rem;
    background: none;
    text-align: start;
  }
  @media (prefers-reduced-motion: reduce) {
    .actions {
      transition: none;
    }
  }
  .keys {
    position: absolute;
    inset-block-end: 0;
    inset-inline-end: 0;
    margin: 0;
    padding: 0 0.375rem;
    background: var(--tinybird-chart-tooltip-background, Canvas);
    color: var(--tinybird-chart-tooltip-color, CanvasText);
    font-size: 0.75rem;
    pointer-events: none;
  }
  /* A finger that moves across looks along the drawing; up and down is the page's. */
  .plot {
    touch-action: pan-y pinch-zoom;
  }
  .plot:not(:focus-visible) > .keys {
    display: none;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.125rem 0.25rem;
    margin: 0 0 0 -0.375rem;
    padding: 0;
    list-style: none;
    font-size: 0.8125rem;
    /* Half a row too high: what is cut shows that there is more. */
    max-block-size: 5.5rem;
    overflow: auto;
  }
  .legend li {
    min-inline-size: 0;
  }
  .legend button {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
    max-inline-size: 100%;
    min-block-size: max(1.5rem, 24px);
    min-inline-size: 24px;
    padding: 0.125rem 0.375rem;
    border: 0;
    background: none;
    color: var(--muted);
  }
  .legend button:hover {
    background: color-mix(in srgb, currentcolor 10%, transparent);
  }
  .legend button[aria-pressed='false'] {
    text-decoration: line-through;
  }
  .legend button[aria-pressed='false'] .swatch {
    opacity: 0.3;
  }
  .swatch {
    flex: none;
    inline-size: 0.75em;
    block-size: 0.75em;
    border-radius: 0.2em;
    forced-color-adjust: none;
  }
  .name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    max-inline-size: 16rem;
    unicode-bidi: isolate;
  }
`;
