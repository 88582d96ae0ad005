import type MiniSearch from 'minisearch';
import type {SearchEntry} from '../site/search-entries.js';

const MOST_RESULTS = 12;

let index: Promise<MiniSearch<SearchEntry>> | null = null;

/** Loads the index with the first search: pages that are only read do without. */
function loadIndex(): Promise<MiniSearch<SearchEntry>> {
  index ??= Promise.all([import('minisearch'), import('virtual:docs-search')]).then(
    ([{default: Search}, {entries}]) => {
      const search = new Search<SearchEntry>({
        fields: ['title', 'page', 'text'],
        storeFields: ['id', 'title', 'page', 'text'],
        searchOptions: {boost: {title: 6, page: 2}, prefix: true, fuzzy: 0.2, combineWith: 'AND'},
      });
      search.addAll(entries);
      return search;
    },
  );
  return index;
}

/** Opens the search from the button, and by `/` or Ctrl and K. */
export function bindSearch(button: HTMLButtonElement): void {
  const dialog = document.createElement('dialog');
  dialog.className = 'search';
  dialog.setAttribute('aria-label', 'Search the documentation');
  dialog.innerHTML = `
    <form method="dialog" role="search">
      <input type="search" aria-label="Search" placeholder="Attributes, errors, recipes …" autocomplete="off" spellcheck="false" />
      <button class="button small">Close</button>
    </form>
    <p class="count" role="status"></p>
    <ul></ul>`;
  document.body.append(dialog);
  const input = dialog.querySelector('input')!;
  const list = dialog.querySelector('ul')!;
  const count = dialog.querySelector('.count')!;

  const open = () => {
    if (dialog.open) return;
    void loadIndex();
    dialog.showModal();
    input.select();
  };
  const show = async () => {
    const query = input.value.trim();
    const search = await loadIndex();
    if (query !== input.value.trim()) return;
    const results = search.search(query).slice(0, MOST_RESULTS) as unknown as SearchEntry[];
    count.textContent =
      query === '' ? '' : results.length === 0 ? 'Nothing found.' : countText(results.length);
    list.replaceChildren(...results.map((result) => resultItem(result)));
  };

  button.addEventListener('click', open);
  input.addEventListener('input', () => void show());
  dialog.addEventListener('click', (event) => {
    const target = event.target as Element;
    if (target === dialog || target.closest('a')) dialog.close();
  });
  dialog.addEventListener('keydown', (event) =>
    moveAlong(event, [input, ...list.querySelectorAll('a')]),
  );
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    list.querySelector('a')?.click();
  });
  document.addEventListener('keydown', (event) => {
    const isSlash = event.key === '/' && !isTyping(event);
    const isK = event.key === 'k' && (event.ctrlKey || event.metaKey);
    if (!isSlash && !isK) return;
    event.preventDefault();
    open();
  });
}

const countText = (count: number) => (count === 1 ? 'One place' : `${count} places`);

function resultItem({id, title, page, text}: SearchEntry): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = id;
  for (const [name, content] of [
    ['result-title', title],
    ['result-page', page === title ? 'Page' : page],
    ['result-text', text],
  ] as const) {
    const part = document.createElement('span');
    part.className = name;
    part.textContent = content;
    link.append(part);
  }
  item.append(link);
  return item;
}

/** Arrow keys go from the field to the results and along them. */
function moveAlong(event: KeyboardEvent, stops: readonly HTMLElement[]): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const at = stops.indexOf(document.activeElement as HTMLElement);
  stops[(at + step + stops.length) % stops.length]?.focus();
}

function isTyping(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, select, textarea'))
  );
}
