import {css} from 'lit';

/** Look of the legend and the tooltip. */
export const viewStyles = css`
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
    max-block-size: 4.75rem;
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
    min-block-size: 1.5rem;
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
    opacity: 0.65;
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
  .tooltip {
    position: absolute;
    z-index: 2;
    translate: 0 -50%;
    margin-inline: 0.75rem;
    pointer-events: none;
    inline-size: max-content;
    max-inline-size: min(20rem, 70%);
    padding: 0.5rem 0.625rem;
    border: 1px solid var(--line);
    border-radius: 0.375rem;
    background: var(--tinybird-chart-tooltip-background, Canvas);
    color: var(--tinybird-chart-tooltip-color, CanvasText);
    box-shadow: 0 4px 16px rgb(0 0 0 / 0.16);
    font-size: 0.8125rem;
  }
  .tooltip .title {
    margin-block-end: 0.25rem;
    font-weight: 600;
  }
  .tooltip ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .tooltip li {
    display: flex;
    align-items: center;
    gap: 0.375rem;
  }
  .tooltip .value {
    margin-inline-start: auto;
    padding-inline-start: 1rem;
    font-variant-numeric: tabular-nums;
  }
  .tooltip .nearest {
    font-weight: 600;
  }
`;
