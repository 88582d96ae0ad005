import {tagText} from './tag-text.js';

/** Puts a button beside the heading of each chart that shows the tag it is made of. */
export function addSnippetButtons(charts: Iterable<Element>): void {
  const panel = document.createElement('div');
  panel.className = 'snippet';
  panel.popover = 'auto';
  const title = document.createElement('p');
  const code = document.createElement('pre');
  code.className = 'code';
  code.tabIndex = 0;
  panel.append(title, code);
  document.body.append(panel);

  for (const chart of charts) {
    const heading = chart.getAttribute('heading') ?? chart.getAttribute('pipe') ?? 'chart';
    const button = document.createElement('button');
    button.type = 'button';
    button.slot = 'toolbar';
    button.className = 'code-button';
    button.textContent = '</>';
    button.setAttribute('aria-label', `Show the tag of ${heading}`);
    button.popoverTargetElement = panel;
    button.addEventListener('click', () => {
      title.textContent = `${heading}: all there is to it`;
      code.replaceChildren(tagText(chart));
    });
    chart.append(button);
  }
}
