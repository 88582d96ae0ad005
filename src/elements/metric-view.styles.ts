import {css} from 'lit';

/** Look of headline numbers. */
export const metricStyles = css`
  .metrics {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem 2rem;
    margin: 0;
    container-type: inline-size;
  }
  .metric {
    display: flex;
    flex-direction: column;
    gap: 0.125rem;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .metric dd {
    margin: 0;
  }
  .metric .number {
    font-size: max(1rem, min(2rem, 138cqi / var(--chars)));
    font-weight: 650;
    line-height: 1.15;
    letter-spacing: -0.01em;
    font-variant-numeric: tabular-nums;
  }
  .label {
    color: var(--muted);
    font-weight: 400;
  }
  .change {
    font-weight: 600;
  }
  .change .up {
    color: var(--tinybird-chart-up-color, light-dark(#15803d, #4ade80));
  }
  .change .down {
    color: var(--tinybird-chart-down-color, light-dark(#b91c1c, #f87171));
  }
`;
