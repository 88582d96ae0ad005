import {html, nothing} from 'lit';
import {columnColor, readTheme} from '../charting/theme.js';
import {buildLabelledValues} from '../series/labelled-values.js';
import {summarizeSeries} from '../series/summary-text.js';
import {barListStyles} from './bar-list-view.styles.js';
import {glide} from './glide.js';
import {glideRows} from './glide-poses.js';
import type {HtmlPlan, HtmlView} from './html-view.js';
import {listOptions, nameAndNumber} from './list-options.js';
import {marksRegion} from './marks-region.js';
import {rowKeys} from './row-keys.js';
import {selectionOf} from './selection.js';
import {withPlaces} from './with-places.js';

/** A list in the order of the answer, with a bar behind each label and its number at the end. */
export const barListView: HtmlView = {
  styles: barListStyles,
  shape(plan: HtmlPlan) {
    const {response, encoding, format, say, settings} = plan;
    const {set, column, items} = buildLabelledValues(response, encoding, format, {
      ...settings,
      kind: 'bar-list',
    });
    const largest = Math.max(0, ...items.map(({value}) => Math.abs(value)));
    const keys = rowKeys(items.map(({label}) => label));
    const summary = summarizeSeries(set, 'bar-list', format, say);
    return withPlaces(
      {index: set.index, values: () => Float64Array.from(items, ({value}) => value)},
      ({title, host, themeName, shownRows, showMore, choose, isChosen, act}) => {
        const theme = readTheme(host, themeName);
        const fill = columnColor(theme, settings.columns, column);
        const more = items.length - shownRows;
        return marksRegion(
          {className: 'bar-scroll', title, summary, act},
          html`<ul
              part="bar-list"
              class="bar-list"
              role="listbox"
              aria-label=${format.label(column)}
              ${glide(response, !settings.noAnimation, glideRows(theme))}
            >
              ${listOptions(
                {
                  items: items.slice(0, shownRows),
                  keys,
                  selectionOf: ({at}) => selectionOf(set, response.data, at, 0),
                  titleOf: nameAndNumber,
                  choose,
                  isChosen,
                },
                ({label, value, text}) => {
                  const share = largest === 0 ? 0 : Math.abs(value) / largest;
                  return html`<span
                      class="bar"
                      .style=${`inline-size:${share * 100}%;background-color:${fill}`}
                    ></span>
                    <span class="name" dir="auto">${label}</span>
                    <span class="value">${text}</span>`;
                },
              )}
            </ul>
            ${
              more > 0
                ? html`<button part="button" class="more" type="button" @click=${showMore}>
                    ${say('moreRows', {count: more})}
                  </button>`
                : nothing
            }`,
        );
      },
    );
  },
};
