import {html, nothing} from 'lit';
import {buildTable} from '../series/table-cells.js';
import type {HtmlView} from './html-view.js';
import {tableStyles} from './table-view.styles.js';
import {english} from './visitor-text.js';

/** A real table with sticky header, in a scroll area that takes the keyboard's focus. */
export const tableView: HtmlView = {
  styles: tableStyles,
  shape({response, format, settings}) {
    const columns = buildTable(response, format, settings.columns);
    const total = response.data.length;
    return ({title, shownRows, showMore}) => {
      const count = Math.min(total, shownRows);
      const more = total - count;
      return html`<div
        class="table-scroll"
        tabindex="0"
        role="region"
        aria-label=${title || 'Table'}
      >
        <table part="table">
          <caption>
            ${title}
          </caption>
          <thead>
            <tr>
              ${columns.map(({label, align}) => html`<th scope="col" class=${align}>${label}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${Array.from(
              {length: count},
              (_, row) =>
                html`<tr>
                  ${columns.map(
                    (column) => html`<td class=${column.align}>${column.text(row)}</td>`,
                  )}
                </tr>`,
            )}
          </tbody>
        </table>
        ${
          more > 0
            ? html`<button part="button" class="more" type="button" @click=${showMore}>
                ${english.moreRows(new Intl.NumberFormat(format.locale).format(more))}
              </button>`
            : nothing
        }
      </div>`;
    };
  },
};
