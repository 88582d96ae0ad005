import {css, type CSSResultGroup} from 'lit';
import {skeletonStyles} from './skeleton-view.styles.js';

/**
 * Around the drawing. Colours follow the page's text, and sizes its font: `--em` is the host's, in px
 * at every depth.
 */
const frameStyles = css`
  :host {
    --_tinybird-chart-em: max(1em, 13px);
    display: block;
    box-sizing: border-box;
    block-size: 20rem;
    min-inline-size: 0;
    font-family: var(--tinybird-chart-font-family, inherit);
    text-align: start;
    break-inside: avoid;
  }
  :host([hidden]) {
    display: none;
  }
  :host([type='metric']),
  :host([type='sparkline']) {
    block-size: auto;
  }
  .base {
    --em: var(--_tinybird-chart-em);
    --muted: var(
      --tinybird-chart-axis-text-color,
      color-mix(in srgb, currentcolor 68%, transparent)
    );
    --line: var(--tinybird-chart-grid-color, color-mix(in srgb, currentcolor 14%, transparent));
    box-sizing: border-box;
    position: relative;
    display: flex;
    flex-direction: column;
    gap: calc(0.5 * var(--em));
    block-size: 100%;
    min-block-size: 0;
    padding: var(--tinybird-chart-padding, 0);
    color: var(--tinybird-chart-text-color, inherit);
    background: var(--tinybird-chart-background, transparent);
    border-radius: var(--tinybird-chart-radius, 0.5rem);
    font-size: max(12px, 0.875 * var(--em));
    line-height: 1.4;
  }
  .base.light {
    color-scheme: light;
    color: var(--tinybird-chart-text-color, #1c2230);
  }
  .base.dark {
    color-scheme: dark;
    color: var(--tinybird-chart-text-color, #e8ebf2);
  }
  .header {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 calc(0.75 * var(--em));
  }
  .titles {
    flex: 1 1 calc(5 * var(--em));
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  slot[name='toolbar'],
  .tools {
    display: flex;
    align-items: center;
    gap: calc(0.25 * var(--em));
  }
  .tools {
    align-self: start;
    min-block-size: max(24px, 1.5 * var(--em));
    margin-block: calc(-0.125 * var(--em));
  }
  .heading {
    margin: 0;
    font-size: var(--em);
    font-weight: 600;
    line-height: 1.3;
  }
  /* Read in their own direction, they begin where the page's texts do. */
  .titles *,
  .status,
  .message p {
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .description {
    margin: calc(0.125 * var(--em)) 0 0;
    color: var(--muted);
  }
  .status {
    display: inline-flex;
    align-items: center;
    gap: calc(0.375 * var(--em));
    color: var(--muted);
    font-size: max(12px, 0.8125 * var(--em));
    min-block-size: 1.4em;
    margin-block: calc(-0.125 * var(--em));
  }
  .status:empty {
    display: none;
  }
  .status::before {
    content: '';
    inline-size: 0.5em;
    block-size: 0.5em;
    border-radius: 50%;
    background: var(--tinybird-chart-stale, #c97a0a);
  }
  .body {
    position: relative;
    flex: 1 1 auto;
    min-block-size: 0;
    min-inline-size: 0;
    display: flex;
    flex-direction: column;
  }
  button:focus-visible,
  summary:focus-visible {
    outline: 2px solid currentcolor;
    outline-offset: 2px;
    border-radius: 0.25rem;
  }
  .message {
    flex: 1 1 auto;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: safe center;
    gap: calc(0.75 * var(--em));
    min-block-size: 0;
    overflow: auto;
    padding: calc(0.5 * var(--em));
    text-align: center;
    color: var(--muted);
  }
  .message p {
    margin: 0;
    max-inline-size: calc(34 * var(--em));
    overflow-wrap: anywhere;
  }
  details {
    font-size: max(12px, 0.8125 * var(--em));
    max-inline-size: 100%;
  }
  summary {
    cursor: pointer;
    min-block-size: max(24px, 1.5 * var(--em));
  }
  /* As high as the button that may come. */
  button,
  .roomy::after {
    min-block-size: calc(2 * var(--em));
    content: '';
  }
  button {
    font: inherit;
    color: inherit;
    padding: calc(0.25 * var(--em)) calc(0.875 * var(--em));
    border: 1px solid var(--line);
    border-radius: 0.375rem;
    background: color-mix(in srgb, currentcolor 6%, transparent);
    cursor: pointer;
  }
  button:hover {
    background: color-mix(in srgb, currentcolor 12%, transparent);
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .probe {
    position: absolute;
    inline-size: 0;
    block-size: 0;
    color: inherit;
    background-color: light-dark(#fff, #000);
    border: 0 solid var(--tinybird-chart-color-1, #000);
    outline: 0 solid var(--line);
    transition: 1ms;
    transition-property: color, background-color, border-color, outline-color, font;
    transition-behavior: allow-discrete;
  }
`;

/** Look of the element before it has a drawing. */
export const chartStyles: CSSResultGroup = [frameStyles, skeletonStyles];
