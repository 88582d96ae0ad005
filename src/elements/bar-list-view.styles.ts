import {css} from 'lit';
import {marksRegionStyles} from './marks-region.js';

/** Look of a list with bars. */
export const barListStyles = css`
  ${marksRegionStyles}
  .bar-list {
    display: grid;
    gap: calc(0.5 * var(--em));
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .bar-list li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: calc(0.125 * var(--em)) calc(0.75 * var(--em));
  }
  .bar-list .name {
    max-inline-size: none;
  }
  .bar-list .value {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .bar-list .bar {
    grid-row: 2;
    grid-column: 1 / -1;
    block-size: calc(0.5 * var(--em));
    min-inline-size: 1px;
    border-radius: 0.25rem;
    forced-color-adjust: none;
  }
  .more {
    display: block;
    margin: calc(0.5 * var(--em)) auto;
  }
`;
