import {css} from 'lit';

/** Look of a range, and of a drawing that has one. */
export const rangeStyles = css`
  /* Up and down is the page's; the rest zooms and marks. */
  .plot:not(.sparkline) {
    touch-action: pan-y;
    cursor: crosshair;
  }
  .band {
    position: absolute;
    box-sizing: border-box;
    background: color-mix(in srgb, currentcolor 12%, transparent);
    border-inline: 1px solid currentcolor;
    pointer-events: none;
  }
  .handle {
    position: absolute;
    inline-size: 24px;
    translate: -50% 0;
    cursor: ew-resize;
    touch-action: none;
  }
  .handle::before {
    content: '';
    position: absolute;
    inset-block: calc(50% - min(var(--em), 50%));
    inset-inline: calc(50% - 3px);
    border-radius: 3px;
    border: 1px solid Canvas;
    background: currentcolor;
  }
  .handle:focus-visible {
    outline: none;
  }
  .handle:focus-visible::before {
    outline: 2px solid currentcolor;
    outline-offset: 2px;
  }
  .reset {
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: 0;
    min-block-size: 24px;
    padding: calc(0.0625 * var(--em)) calc(0.5 * var(--em));
    background: var(--tinybird-chart-tooltip-background, Canvas);
    color: var(--tinybird-chart-tooltip-color, CanvasText);
    font-size: max(12px, 0.75 * var(--em));
  }
  /* The drawing cuts what is outside. */
  .reset:focus-visible {
    outline-offset: -2px;
  }
  @media (forced-colors: active) {
    .band {
      background: Highlight;
      opacity: 0.3;
    }
    .handle::before {
      background: CanvasText;
    }
  }
`;
