import {html, nothing, svg} from 'lit';
import {pointOnCircle, slicePath, toSlices} from '../charting/slices.js';
import {readTheme} from '../charting/theme.js';
import {ColumnError} from '../errors/column-error.js';
import {buildLabelledValues, type LabelledValue} from '../series/labelled-values.js';
import {summarizeSeries} from '../series/summary-text.js';
import {glide} from './glide.js';
import {glideRows} from './glide-poses.js';
import {glideSlices} from './glide-slices.js';
import type {HtmlPlan, HtmlView} from './html-view.js';
import {listOptions} from './list-options.js';
import {pieStyles} from './pie-view.styles.js';
import {marksRegion} from './marks-region.js';
import {rowKeys} from './row-keys.js';
import {selectionOf} from './selection.js';
import {swatchStyle} from './swatch-style.js';
import {withPlaces} from './with-places.js';

/** More slices than this cannot be compared; the rest is gathered. */
const MAX_SLICES = 6;

const OUTER = 48;

/** Radius of a donut's hole. */
const INNER = 30;

/** Pattern of the sample beside a slice with stripes, in px. */
const STRIPES = [5, 3];

/** Largest size of the whole in a donut's middle, and the width that it may take. */
const TOTAL_SIZE = 12;
const TOTAL_WIDTH = 46;

/** Mean width of a character, in sizes of its font. */
const CHAR_WIDTH = 0.6;

/** Longest number that leaves room for names; where there is a longer one, all are short. */
const MAX_VALUE_CHARS = 10;

/** Gap between slices, in hundredths of the drawing: 1 px at 65 px, the smallest there is. */
const GAP = 1.6;

/**
 * Shares of a whole, the largest first, as slices with a list of their labels and numbers. A donut
 * says the whole in its middle.
 */
export const pieView: HtmlView = {
  styles: pieStyles,
  shape({kind, response, encoding, format, say, settings}: HtmlPlan) {
    const top = Math.min(settings.top ?? MAX_SLICES, MAX_SLICES);
    const options = {...settings, kind, top};
    const {set, column, items} = buildLabelledValues(response, encoding, format, options);
    const negative = items.find(({value}) => value < 0);
    if (negative)
      throw new ColumnError(
        column,
        `Type ${kind} shows shares of a whole, and "${column}" is negative for "${negative.label}".`,
      );
    const sorted = [...items].sort((left, right) => rank(right) - rank(left));
    const values = sorted.map(({value}) => value);
    const total = values.reduce((sum, value) => sum + value, 0);
    const slices = toSlices(values);
    const keys = rowKeys(sorted.map(({label}) => label));
    const isAnimated = !settings.noAnimation;
    const inner = kind === 'donut' ? INNER : 0;
    const percent = new Intl.NumberFormat(format.locale, {
      style: 'percent',
      maximumFractionDigits: 1,
    });
    const shareOf = ({value}: LabelledValue) => (total > 0 ? percent.format(value / total) : '');
    const isLong = sorted.some(({text}) => text.length > MAX_VALUE_CHARS);
    const hasGaps = values.filter((value) => value > 0).length > 1;
    const summary = summarizeSeries(set, kind, format, say);
    return withPlaces(
      {index: set.index, values: () => Float64Array.from(values)},
      ({title, host, themeName, hasLegend, choose, isChosen, act}) => {
        const theme = readTheme(host, themeName);
        const {palette, text, background} = theme;
        const colorOf = (at: number) => palette[at % palette.length] ?? text;
        // Forced colours are fewer than slices.
        const isStriped = (at: number) => at >= palette.length;
        const selections = sorted.map(({at}) => selectionOf(set, response.data, at, 0));
        const isSelected = (at: number) => isChosen(selections[at] ?? null);
        const pick = (at: number) => choose(selections[at] ?? null);
        const whole = format.short(total, column);
        const size = Math.min(TOTAL_SIZE, TOTAL_WIDTH / (whole.length * CHAR_WIDTH));
        const hasChoice = selections.some(isChosen);
        return marksRegion(
          {className: 'pie', title, summary, act, style: `--slices:${sorted.length}`},
          html`<svg
              class=${hasChoice ? 'has-choice' : ''}
              part=${kind}
              viewBox="-50 -50 100 100"
              aria-hidden="true"
              ${glide(response, isAnimated, glideSlices(OUTER, inner))}
            >
              <mask id="gaps" maskUnits="userSpaceOnUse" x="-50" y="-50" width="100" height="100">
                <rect x="-50" y="-50" width="100" height="100" fill="#fff" />
                ${
                  hasGaps
                    ? slices.map(({from}, at) => {
                        const [x, y] = pointOnCircle(from, 50);
                        return svg`<line data-key="gap ${keys[at]}" data-from=${from} x2=${x} y2=${y} stroke="#000" stroke-width=${GAP} />`;
                      })
                    : nothing
                }
              </mask>
              <pattern
                id="stripes"
                patternUnits="userSpaceOnUse"
                width="5"
                height="5"
                patternTransform="rotate(45)"
              >
                <rect width="1.5" height="5" fill=${background} />
              </pattern>
              <g mask="url(#gaps)">
                ${slices.map((slice, at) => {
                  const item = sorted[at];
                  if (!item || slice.to === slice.from) return nothing;
                  const path = slicePath(slice, OUTER, inner);
                  return svg`<path
                data-at=${at}
                data-key=${keys[at]}
                data-place=${item.at}
                data-from=${slice.from}
                data-to=${slice.to}
                class=${isSelected(at) ? 'chosen' : ''}
                d=${path}
                fill=${colorOf(at)}
                @click=${() => pick(at)}
              ><title>${item.label}: ${item.text} (${shareOf(item)})</title></path>
              ${isStriped(at) ? svg`<path class="stripes" data-key="stripes ${keys[at]}" data-from=${slice.from} data-to=${slice.to} d=${path} fill="url(#stripes)" />` : nothing}`;
                })}
              </g>
              ${inner > 0 ? svg`<text class="total" font-size=${size}>${whole}</text>` : nothing}
            </svg>
            <ul
              class=${hasLegend ? 'slices' : 'visually-hidden'}
              part="slices"
              role="listbox"
              aria-label=${format.label(column)}
              ${glide(response, isAnimated, glideRows(theme))}
            >
              ${listOptions(
                {
                  items: sorted,
                  keys,
                  selectionOf: (_, at) => selections[at] ?? null,
                  titleOf: null,
                  choose,
                  isChosen,
                },
                (item, at) =>
                  html`<span
                      class="swatch"
                      .style=${swatchStyle(colorOf(at), isStriped(at) ? STRIPES : [])}
                    ></span>
                    <span class="name" dir="auto" title=${item.label}>${item.label}</span>
                    <span class="value" title=${isLong ? item.text : nothing}
                      >${isLong ? format.short(item.value, column) : item.text}</span
                    >
                    <span class="share">${shareOf(item)}</span>`,
              )}
            </ul>`,
        );
      },
    );

    /** What was gathered comes last, however large. */
    function rank({at, value}: LabelledValue): number {
      return set.series[0]?.rows[at] === -1 ? -1 : value;
    }
  },
};
