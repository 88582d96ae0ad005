import {css} from 'lit';
import {marksRegionStyles} from './marks-region.js';

/** Look of a funnel. */
export const funnelStyles = css`
  ${marksRegionStyles}
  .funnel {
    display: flex;
    flex-direction: column;
    justify-content: space-evenly;
    gap: calc(0.375 * var(--em));
    min-block-size: 100%;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .funnel li {
    display: flex;
    flex-wrap: wrap;
    gap: calc(0.125 * var(--em)) calc(0.625 * var(--em));
    line-height: 1.3;
    align-items: baseline;
  }
  /* Beside a very long number there is room for a few letters, or the share goes below. */
  .funnel .name {
    flex: 1 1 4em;
    max-inline-size: none;
  }
  .funnel .value {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .funnel .share {
    min-inline-size: 3.25em;
    margin-inline-start: auto;
    text-align: end;
    color: var(--muted);
    font-variant-numeric: tabular-nums;
  }
  .funnel .track {
    flex: 0 0 100%;
    overflow: hidden;
    border-radius: 0.25rem;
    background: color-mix(in srgb, currentcolor 9%, transparent);
  }
  .funnel .bar {
    display: block;
    block-size: calc(0.625 * var(--em));
    min-inline-size: 1px;
    border-radius: 0.25rem;
    forced-color-adjust: none;
  }
  .funnel .kept {
    flex: 0 0 100%;
    color: var(--muted);
    font-size: max(12px, 0.75 * var(--em));
  }
  .funnel .kept:dir(rtl) {
    text-align: right;
    unicode-bidi: plaintext;
  }
  @media (forced-colors: active) {
    .funnel .track {
      outline: 1px solid CanvasText;
    }
  }
`;
