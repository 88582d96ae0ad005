import {html, render} from 'lit';

/**
 * Writes below a table what is clipped in one of its rows, by column, as long as there is room for
 * it: for keys and fingers, which have no tooltip. Null for no row.
 */
export function showClipped(scroll: HTMLElement, row: HTMLTableRowElement | null): void {
  const place = scroll.nextElementSibling;
  if (!(place instanceof HTMLElement) || !place.matches('.clipped')) return;
  const clipped = [...(row?.cells ?? [])].filter(isClipped);
  const headers = scroll.querySelectorAll('thead th');
  place.classList.toggle('chosen', row?.ariaSelected === 'true');
  render(
    clipped.map(
      (cell) =>
        html`<div>
          <dt>${headers[cell.cellIndex]?.textContent.trim()}</dt>
          <dd>${textOf(cell)}</dd>
        </div>`,
    ),
    place,
  );
}

function isClipped(cell: HTMLTableCellElement): boolean {
  const {scrollWidth = 0, clientWidth = 0} = cell.firstElementChild ?? {};
  return scrollWidth > clientWidth || textOf(cell) !== cell.textContent.trim();
}

function textOf(cell: HTMLTableCellElement): string {
  return (cell.title || cell.textContent).trim();
}
