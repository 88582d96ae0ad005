import {html, nothing, type TemplateResult} from 'lit';
import {isPrinting} from '../lib/printing.js';
import type {Say} from '../messages/catalogue.js';
import {addLateEnglish} from '../messages/english-late.js';
import {columnWidths} from '../series/column-widths.js';
import {sortKeys, sortRows} from '../series/sort-rows.js';
import type {TableColumn, TableData} from '../series/table-cells.js';
import type {TableSort} from '../series/table-sort.js';
import {summarizeTable} from '../series/table-summary.js';
import type {ChartSelection} from './events.js';
import type {HtmlDrawing, HtmlViewModel} from './html-view.js';
import {virtualRows} from './virtual-rows.js';

/** What may change while the rows stay. */
export type DataTableModel = Pick<
  HtmlViewModel,
  'title' | 'sort' | 'sortBy' | 'choose' | 'isChosen' | 'act'
>;

/** How much wider than its content a table may become. */
const MAX_STRETCH = 2.5;

/** Characters beyond which a cell may be clipped and says all of its text on hover. */
const CLIPPED_FROM = 16;

/**
 * Returns the view of rows as a real table: a caption, headers that sort, and a scroll area that
 * takes the keyboard's focus. Only rows near the view are in the document; screen readers are told
 * how many there are. With `selectionOf`, rows can be chosen; below the table then stands what is
 * clipped in the row that keys or a press have led to.
 */
export function dataTable(
  data: TableData,
  locale: string,
  say: Say,
  selectionOf: ((row: number) => ChartSelection) | null = null,
): ((model: DataTableModel) => TemplateResult) & Pick<HtmlDrawing, 'values'> {
  const {columns, count, hasRowHeaders} = data;
  const widths = columnWidths(data);
  addLateEnglish();
  const summary = summarizeTable(data, say);
  let sorted: {readonly sort: TableSort | null; readonly order: Uint32Array} | null = null;
  const orderOf = (sort: TableSort | null) => {
    if (sorted?.sort !== sort) sorted = {sort, order: sortRows(data, sort, locale)};
    return sorted.order;
  };
  const draw = ({title, sort, sortBy, choose, isChosen, act}: DataTableModel) => {
    const order = orderOf(sort);
    const rowAt = (at: number) => order[at] ?? 0;
    const choosable = selectionOf && {
      count,
      keyOf: (at: number) => selectionOf(rowAt(at)).index,
      choose: (at: number) => choose(selectionOf(rowAt(at))),
      act,
    };
    const row = (at: number, isMarked: boolean, press: () => void) => {
      const cells = cellViews(columns, rowAt(at), hasRowHeaders);
      const selected = selectionOf && String(isChosen(selectionOf(rowAt(at))));
      return selected
        ? html`<tr
            id="row-${at}"
            class=${isMarked ? 'marked' : ''}
            aria-rowindex=${at + 2}
            aria-selected=${selected}
            data-row=${rowAt(at)}
            @click=${(event: MouseEvent) => {
              if (!isMarkingText(event)) press();
            }}
          >
            ${cells}
          </tr>`
        : html`<tr aria-rowindex=${at + 2} data-row=${rowAt(at)}>
            ${cells}
          </tr>`;
    };
    return html`<div
        class=${isPrinting() ? 'table-scroll paper' : 'table-scroll'}
        tabindex="0"
        role=${choosable ? 'group' : 'region'}
        aria-label=${title ? `${title}. ${summary}` : summary}
        @focusin=${choosable ? act : nothing}
        ${virtualRows({count, row, choosable})}
      >
        <table
          part="table"
          role=${choosable ? 'grid' : nothing}
          aria-readonly=${choosable ? 'true' : nothing}
          aria-rowcount=${count + 1}
          .style=${tableWidth(widths)}
        >
          <caption>
            ${title}
          </caption>
          <colgroup>
            ${widths.map((chars, at) => html`<col .style=${`inline-size:calc(${columnWidth(chars, at)})`} />`)}
          </colgroup>
          <thead>
            <tr aria-rowindex="1">
              ${columns.map((column) => headerView(column, sort, sortBy))}
            </tr>
          </thead>
          <tbody aria-hidden="true">
            <tr></tr>
          </tbody>
          <tbody></tbody>
          <tbody aria-hidden="true">
            <tr></tr>
          </tbody>
        </table>
      </div>
      <dl class="clipped"></dl>`;
  };
  return Object.assign(draw, {values: () => heardValues(data, sorted?.sort ?? null, locale)});
}

/** Rows are heard by the numbers that they are sorted by, else by the first that there are. */
function heardValues(
  {columns, count}: TableData,
  sort: TableSort | null,
  locale: string,
): Float64Array | null {
  const numbers = columns.filter(({isNumber}) => isNumber);
  const column = numbers.find(({name}) => name === sort?.column) ?? numbers[0];
  return column ? sortKeys(column, count, locale) : null;
}

function headerView(
  {name, label, color, align}: TableColumn,
  sort: TableSort | null,
  sortBy: (column: string) => void,
): TemplateResult {
  const direction = sort?.column === name ? sort.direction : nothing;
  const press = (event: Event) => {
    (event.currentTarget as Element).closest('.table-scroll')?.scrollTo({top: 0});
    sortBy(name);
  };
  return html`<th scope="col" class=${align} aria-sort=${direction}>
    <button part="sort-button" class="sort" type="button" title=${label} @click=${press}>
      ${color ? html`<span class="swatch" .style=${`background:${color}`}></span>` : nothing}
      <span class="name" dir="auto">${label}</span>
    </button>
  </th>`;
}

function cellViews(
  columns: readonly TableColumn[],
  row: number,
  hasRowHeaders: boolean,
): TemplateResult[] {
  return columns.map((column, place) => {
    const text = column.text(row);
    const title = text.length > CLIPPED_FROM ? column.fullText(row) : nothing;
    return hasRowHeaders && place === 0
      ? html`<th scope="row" class=${column.align} title=${title}><bdi>${text}</bdi></th>`
      : html`<td class=${column.align} title=${title}><bdi>${text}</bdi></td>`;
  });
}

/** Tells whether a click ends a drag over text; the second of a double click marks a word. */
function isMarkingText({detail}: MouseEvent): boolean {
  return detail === 1 && document.getSelection()?.type === 'Range';
}

/**
 * A table fills its place, yet no wider than an eye finds its way from the first column to the last
 * along a row.
 */
function tableWidth(widths: readonly number[]): string {
  const sum = widths.map(columnWidth).join(' + ');
  return `inline-size:max(min(100%,${MAX_STRETCH} * (${sum})),${sum})`;
}

/** The first column stays in view where there is little room, and must leave some to the others. */
function columnWidth(chars: number, at: number): string {
  return at === 0 ? `min(${chars}ch + 1.5*var(--em),45cqi)` : `(${chars}ch + 1.5*var(--em))`;
}
