import {css, html, type TemplateResult} from 'lit';
import type {HtmlViewModel} from './html-view.js';

/** What stands around the marks of a drawing. */
interface MarksRegion extends Pick<HtmlViewModel, 'title' | 'act'> {
  readonly className: string;
  readonly summary: string;
  /** How many marks stand beside each other. @default 1 */
  readonly columns?: number;
  /** Declarations of its own. @default none */
  readonly style?: string;
}

/** Look of the region, for the sheet of each kind that has one. */
export const marksRegionStyles = css`
  [data-marks] {
    flex: 1 1 auto;
    min-block-size: 0;
    /* Room for the rings of what is inside. */
    margin: -4px;
    padding: 4px;
    overflow: auto;
  }
  [data-marks]:focus-visible {
    outline: 2px solid currentcolor;
    outline-offset: -2px;
    border-radius: 0.25rem;
  }
`;

/** Marks (`[data-mark]`) that scroll, as one tab stop from which keys lead to them. */
export function marksRegion(
  {className, title, summary, columns = 1, style = '', act}: MarksRegion,
  marks: unknown,
): TemplateResult {
  return html`<div
    class=${className}
    .style=${style}
    tabindex="0"
    role="region"
    aria-label=${title ? `${title}. ${summary}` : summary}
    data-marks=${columns}
    @keydown=${act}
    @focusin=${act}
  >
    ${marks}
  </div>`;
}
