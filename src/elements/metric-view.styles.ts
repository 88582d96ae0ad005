import {css} from 'lit';

/** Look of headline numbers. */
export const metricStyles = css`
  .metrics {
    display: flex;
    flex-wrap: wrap;
    gap: calc(0.75 * var(--em)) calc(2 * var(--em));
    margin: 0;
    container-type: inline-size;
  }
  .metric {
    display: flex;
    flex-direction: column;
    gap: calc(0.125 * var(--em));
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .metric dd {
    margin: 0;
  }
  .metric .number {
    font-size: max(var(--em), min(2 * var(--em), 138cqi / var(--chars)));
    font-weight: 650;
    line-height: 1.15;
    letter-spacing: -0.01em;
    font-variant-numeric: tabular-nums;
  }
  .label {
    color: var(--muted);
    font-weight: 400;
  }
  .more {
    margin-block: calc(0.75 * var(--em)) 0;
    color: var(--muted);
  }
  .change {
    font-weight: 600;
  }
  /* A number stays beside its words while there is room for both. */
  .change > span {
    display: inline-block;
  }
  /* A sign stays before its number. */
  .change span {
    unicode-bidi: plaintext;
  }
  .change .up {
    color: var(--tinybird-chart-up-color, light-dark(#15803d, #4ade80));
  }
  .change .down {
    color: var(--tinybird-chart-down-color, light-dark(#b91c1c, #f87171));
  }
`;
