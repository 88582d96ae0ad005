import {css} from 'lit';

/** Look of a canvas, its legend and the words about keys. */
export const viewStyles = css`
  /* Nothing that an answer says is painted outside; the margin leaves room for focus rings. */
  @supports (overflow-clip-margin: 1px) {
    .titles,
    .body {
      overflow: clip;
      /* Chromium takes no calc() here. */
      overflow-clip-margin: 4px;
    }
    .body:has(slot) {
      overflow: visible;
    }
    .titles {
      max-block-size: calc(9 * var(--em));
    }
  }
  .plot {
    position: relative;
    flex: 1 1 auto;
    min-block-size: 0;
    overflow: hidden;
  }
  .plot.sparkline {
    block-size: calc(3 * var(--em));
    min-block-size: calc(3 * var(--em));
  }
  canvas {
    position: absolute;
    inset: 0;
  }
  .plot:focus-visible,
  .table-scroll:focus-visible {
    outline: 2px solid currentcolor;
    outline-offset: 2px;
    border-radius: 0.25rem;
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
    inline-size: calc(1.75 * var(--em));
    min-block-size: max(24px, 1.5 * var(--em));
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
    inline-size: var(--em);
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  @media (forced-colors: active) {
    .action {
      color: ButtonText;
    }
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
    margin-block-start: calc(0.25 * var(--em));
    padding: calc(0.25 * var(--em));
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
  .keys,
  .truncated {
    position: absolute;
    margin: 0;
    font-size: max(12px, 0.75 * var(--em));
    unicode-bidi: plaintext;
    pointer-events: none;
  }
  .keys {
    inset-block-end: 0;
    inset-inline-end: 0;
    padding: 0 calc(0.375 * var(--em));
    background: var(--tinybird-chart-tooltip-background, Canvas);
    color: var(--tinybird-chart-tooltip-color, CanvasText);
  }
  /* Above its scale: sides are those of the drawing, which is the same in every page. */
  .truncated {
    top: 0;
    left: 0;
    color: var(--muted);
  }
  .truncated.right {
    left: auto;
    right: 0;
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
    gap: calc(0.125 * var(--em)) calc(0.5 * var(--em));
    margin: 0;
    /* As far as the body lets its rings. */
    margin-inline-start: -4px;
    padding: 0;
    list-style: none;
    font-size: max(12px, 0.8125 * var(--em));
    /* Half a row too high: what is cut shows that there is more. */
    max-block-size: calc(5.5 * var(--em));
    overflow: auto;
  }
  .legend li {
    min-inline-size: 0;
  }
  .legend button {
    display: inline-flex;
    align-items: center;
    gap: calc(0.375 * var(--em));
    max-inline-size: 100%;
    min-block-size: max(24px, 1.5 * var(--em));
    min-inline-size: 24px;
    padding: calc(0.125 * var(--em)) 4px;
    border: 0;
    background: none;
    color: var(--muted);
  }
  /* The list cuts what is outside. */
  .legend button:focus-visible {
    outline-offset: -2px;
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
    max-inline-size: calc(16 * var(--em));
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
`;
