import {css} from 'lit';

/** Look of the diagnosis panel: takes its height from the drawing, never from the page. */
export const debugStyles = css`
  .debug {
    flex: 0 1 auto;
    min-block-size: 1.75rem;
    max-block-size: 55%;
    overflow: auto;
    overscroll-behavior: contain;
    padding: 0 0.5rem;
    border: 1px solid var(--line);
    border-radius: 0.375rem;
    font:
      0.75rem/1.4 ui-monospace,
      monospace;
    overflow-wrap: anywhere;
  }
  /* Charts as high as their content: beside them, or the panel would move the page. */
  :host([type='metric']) .debug,
  :host([type='sparkline']) .debug {
    position: absolute;
    z-index: 1;
    inset-block-start: 100%;
    inset-inline: 0;
    max-block-size: 20rem;
    background: Canvas;
    color: CanvasText;
  }
  .debug p,
  .debug ul,
  .debug dl {
    margin: 0 0 0.5rem;
  }
  .debug ul {
    padding-inline-start: 1.25rem;
  }
  .debug dl {
    display: grid;
    grid-template-columns: minmax(5rem, max-content) 1fr;
    gap: 0.125rem 0.75rem;
  }
  .debug dt {
    color: var(--muted);
  }
  .debug dd {
    margin: 0;
  }
`;
