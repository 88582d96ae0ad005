// What every page of the documentation does: theme, copy buttons, search, rows for its charts.
import {addCopyButtons} from './copy-button.js';
import {giveRows} from './chart-rows.js';
import {markCurrentHeading} from './current-heading.js';
import {bindSearch} from './search-dialog.js';
import {bindThemeButton} from './theme-button.js';

giveRows(document.querySelectorAll('.live tinybird-chart'));
bindThemeButton(document.querySelector<HTMLButtonElement>('.theme-button')!);
bindSearch(document.querySelector<HTMLButtonElement>('.search-button')!);
addCopyButtons(document.querySelectorAll('.code-block'));
markCurrentHeading(document.querySelectorAll<HTMLAnchorElement>('.contents a'));

// Beside the text the list of pages stands open; above it, it would push the text away.
const pages = document.querySelector<HTMLDetailsElement>('.pages')!;
const isBeside = matchMedia('(min-width: 60rem)');
const fold = () => (pages.open = isBeside.matches);
isBeside.addEventListener('change', fold);
fold();
pages.querySelector('[aria-current]')?.scrollIntoView({block: 'nearest'});

const playground = document.querySelector<HTMLElement>('#playground');
if (playground) {
  void import('../playground/playground.js').then(({startPlayground}) =>
    startPlayground(playground),
  );
}
