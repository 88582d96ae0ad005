import {html, nothing} from 'lit';
import {columnColor, readTheme} from '../charting/theme.js';
import {addLateEnglish} from '../messages/english-late.js';
import {buildLabelledValues} from '../series/labelled-values.js';
import {summarizeSeries} from '../series/summary-text.js';
import {funnelStyles} from './funnel-view.styles.js';
import {glide} from './glide.js';
import {glideRows} from './glide-poses.js';
import type {HtmlPlan, HtmlView} from './html-view.js';
import {listOptions, nameAndNumber} from './list-options.js';
import {marksRegion} from './marks-region.js';
import {rowKeys} from './row-keys.js';
import {selectionOf} from './selection.js';
import {withPlaces} from './with-places.js';

/**
 * Steps in the order of the answer: how many take each, as a share of the first, and how many go
 * on from the step before.
 */
export const funnelView: HtmlView = {
  styles: funnelStyles,
  shape({kind, response, encoding, format, say, settings}: HtmlPlan) {
    addLateEnglish();
    const {set, column, items} = buildLabelledValues(response, encoding, format, {
      ...settings,
      kind,
      top: null,
    });
    const percent = new Intl.NumberFormat(format.locale, {
      style: 'percent',
      maximumFractionDigits: 1,
    });
    const ratioText = (value: number, of: number | undefined) =>
      of ? percent.format(value / of) : '';
    const first = items[0]?.value;
    const largest = Math.max(0, ...items.map(({value}) => value));
    const keys = rowKeys(items.map(({label}) => label));
    const summary = summarizeSeries(set, kind, format, say);
    return withPlaces(
      {index: set.index, values: () => Float64Array.from(items, ({value}) => value)},
      ({title, host, themeName, choose, isChosen, act}) => {
        const theme = readTheme(host, themeName);
        const fill = columnColor(theme, settings.columns, column);
        return marksRegion(
          {className: 'funnel-scroll', title, summary, act},
          html`<ol
            part="funnel"
            class="funnel"
            role="listbox"
            aria-label=${format.label(column)}
            ${glide(response, !settings.noAnimation, glideRows(theme))}
          >
            ${listOptions(
              {
                items,
                keys,
                selectionOf: ({at}) => selectionOf(set, response.data, at, 0),
                titleOf: nameAndNumber,
                choose,
                isChosen,
              },
              ({label, value, text}, step) => {
                const width = largest > 0 ? Math.max(0, value / largest) * 100 : 0;
                const next = items[step + 1];
                const kept = next ? ratioText(next.value, value) : '';
                return html`<span class="name" dir="auto">${label}</span>
                  <span class="value">${text}</span>
                  <span class="share">${ratioText(value, first)}</span>
                  <span class="track"
                    ><span
                      class="bar"
                      .style=${`inline-size:${width}%;background-color:${fill}`}
                    ></span
                  ></span>
                  ${kept ? html`<span class="kept">${say('kept', {share: kept})}</span>` : nothing}`;
              },
            )}
          </ol>`,
        );
      },
    );
  },
};
