import {tagText} from './tag-text.js';

/**
 * Shows the tag of the chart whose pipe is named by `for`, or of the chart before it.
 * `attributes` limits which attributes are shown.
 */
export class TagSnippet extends HTMLElement {
  connectedCallback(): void {
    const pipe = this.getAttribute('for');
    const chart = pipe
      ? document.querySelector(`tinybird-chart[pipe="${CSS.escape(pipe)}"]`)
      : this.previousElementSibling;
    if (!chart) return;
    const code = document.createElement('pre');
    code.className = 'code';
    code.tabIndex = 0;
    code.append(tagText(chart, this.getAttribute('attributes')?.split(' ')));
    this.replaceChildren(code);
  }
}
