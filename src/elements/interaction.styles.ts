import {css} from 'lit';

/** Look of what appears while a visitor looks at a drawing. */
export const interactionStyles = css`
  [data-mark] {
    cursor: pointer;
  }
  [data-mark]:focus-visible {
    outline: 2px solid currentcolor;
    outline-offset: 1px;
    border-radius: 0.25rem;
  }
  [role='option'][aria-selected='true'] {
    border-radius: 0.25rem;
    background: color-mix(in srgb, currentcolor 10%, transparent);
    box-shadow: 0 0 0 2px color-mix(in srgb, currentcolor 10%, transparent);
    font-weight: 600;
  }
  /* Two rings, as cells may be as dark as the outer one. */
  .heat tbody td:is([aria-selected='true'], :focus-visible) {
    position: relative;
    box-shadow: 0 0 0 2px Canvas;
    outline: 2px solid CanvasText;
    outline-offset: 2px;
  }
  .heat tbody td:focus-visible {
    outline-style: dashed;
  }
  @media (forced-colors: active) {
    /* The system paints a ground behind each text, which would cut the ring of the one before. */
    [role='option']:is([aria-selected='true'], :focus-visible) {
      position: relative;
      z-index: 1;
    }
    [role='option'][aria-selected='true'] {
      outline: 2px solid Highlight;
    }
    [role='option']:focus-visible {
      outline: 2px dashed CanvasText;
    }
    [role='option'][aria-selected='true']:focus-visible {
      outline: 4px double Highlight;
    }
  }
  .tooltip {
    position: fixed;
    inset: auto;
    z-index: 2;
    margin: 0;
    box-sizing: border-box;
    inline-size: max-content;
    max-inline-size: min(22 * var(--em), calc(100vw - 8px));
    overflow: visible;
    padding: calc(0.5 * var(--em)) calc(0.625 * var(--em));
    border: 1px solid var(--line);
    border-radius: 0.375rem;
    background: var(--tinybird-chart-tooltip-background, Canvas);
    color: var(--tinybird-chart-tooltip-color, CanvasText);
    box-shadow: 0 4px 16px rgb(0 0 0 / 0.16);
    font-size: max(12px, 0.8125 * var(--em));
    line-height: 1.4;
    user-select: text;
  }
  /* One that belongs to the pointer in another chart must not come between. */
  .tooltip.linked {
    pointer-events: none;
    overflow: hidden;
  }
  /* It lets the pointer through until it has stood at one place for a moment. */
  .tooltip.even {
    animation: rest-even 300ms step-end;
  }
  .tooltip.odd {
    animation: rest-odd 300ms step-end;
  }
  @keyframes rest-even {
    from {
      pointer-events: none;
    }
  }
  @keyframes rest-odd {
    from {
      pointer-events: none;
    }
  }
  /* The pointer crosses the gap to its point on this. */
  .tooltip::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inline-size: 12px;
  }
  .tooltip[data-side='right']::before {
    right: 100%;
  }
  .tooltip[data-side='left']::before {
    left: 100%;
  }
  .tooltip .title {
    white-space: pre-line;
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    margin-block-end: calc(0.25 * var(--em));
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
    gap: calc(0.375 * var(--em));
  }
  .tooltip .note {
    color: var(--muted);
    font-variant-numeric: tabular-nums;
  }
  .tooltip .value {
    margin-inline-start: auto;
    padding-inline-start: var(--em);
    font-variant-numeric: tabular-nums;
  }
  .tooltip .nearest {
    font-weight: 600;
  }
  .tooltip .more-series {
    color: color-mix(in srgb, currentcolor 68%, transparent);
  }
  .tooltip .total {
    margin-block-start: calc(0.25 * var(--em));
    padding-block-start: calc(0.25 * var(--em));
    border-block-start: 1px solid var(--line);
    font-weight: 600;
  }
`;
