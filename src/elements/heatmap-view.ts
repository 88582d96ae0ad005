import {html, nothing, type TemplateResult} from 'lit';
import {heatRamp} from '../charting/heat-ramp.js';
import {inOwnDirection} from '../charting/own-direction.js';
import {columnColor, readTheme} from '../charting/theme.js';
import {addLateEnglish} from '../messages/english-late.js';
import {NO_VALUE, type ValueFormat} from '../series/format-value.js';
import {mayLeaveOutZero} from '../series/extremes.js';
import {buildGrid, type Grid} from '../series/grid.js';
import {summarizeGrid} from '../series/grid-summary.js';
import {inferGrid} from '../series/infer-grid.js';
import type {SeriesIndex} from '../series/series-set.js';
import type {Row} from '../tinybird/pipe-response.js';
import type {ChartSelection} from './events.js';
import {glide} from './glide.js';
import {glideCells} from './glide-poses.js';
import {heatHeads} from './heat-heads.js';
import {heatmapStyles} from './heatmap-view.styles.js';
import type {HtmlPlan, HtmlView} from './html-view.js';
import {marksRegion} from './marks-region.js';
import {withPlaces} from './with-places.js';

/** Most columns whose heads are all shown. */
const FEW_COLUMNS = 5;

/** Most columns whose cells show their numbers. */
const SOME_COLUMNS = 12;

/** Characters and a gap for each column that a row has room for: always, from 30rem and from 48rem on. */
const ROOM = {fits: 36, 'fits-wide': 60, 'fits-widest': 96};

/** A table of coloured cells with a scale below. */
export const heatmapView: HtmlView = {
  styles: heatmapStyles,
  shape({response, encoding, format, say, settings}: HtmlPlan) {
    const hidden = new Set(
      response.meta.map(({name}) => name).filter((name) => settings.columns?.[name]?.hidden),
    );
    const gridEncoding = inferGrid(response, encoding, {...settings, hidden});
    const grid = buildGrid(response, gridEncoding, {...settings, ...format});
    addLateEnglish();
    const summary = summarizeGrid(grid, format, say);
    const {columns, rows, measure, values} = grid;
    const [min, max] = readScale(values);
    const width = columns.values.length;
    const numbers = Array.from(values, (value) =>
      Number.isNaN(value) ? NO_VALUE : numberText(value, measure, format),
    );
    const isFew = width <= FEW_COLUMNS;
    return withPlaces(
      {index: columns, rowIndex: rows, values: () => values},
      ({title, host, themeName, hasLegend, choose, isChosen, act}) => {
        const theme = readTheme(host, themeName);
        const color = columnColor(theme, settings.columns, measure);
        const ramp = heatRamp(theme, color);
        const cell = (x: number, y: number): TemplateResult => {
          const at = y * width + x;
          const value = values[at] ?? NaN;
          const source = response.data[grid.sources[at] ?? -1] ?? null;
          const place = `${format.indexText(rows, y)}, ${format.indexText(columns, x)}`;
          if (Number.isNaN(value))
            return html`<td
              role="gridcell"
              tabindex="-1"
              data-mark
              data-place=${x}
              data-row=${y}
              title=${place}
            >
              <span class="visually-hidden">${NO_VALUE}</span>
            </td>`;
          const {fill, ink} = ramp(max > min ? (value - min) / (max - min) : 1);
          const selection = selectionAt(grid, format, x, y, source);
          return html`<td
            role="gridcell"
            tabindex="-1"
            data-mark
            data-place=${x}
            data-row=${y}
            data-key="${rows.values[y]} ${columns.values[x]}"
            aria-selected=${isChosen(selection) ? 'true' : 'false'}
            title="${place}: ${format.full(source?.[measure] ?? value, measure)}"
            .style=${`background-color:${fill};color:${ink}`}
            @click=${() => choose(selection)}
          >
            <span class="number">${numbers[at]}</span>
          </td>`;
        };
        return html`${marksRegion(
          {className: 'heat-scroll', columns: width, title, summary, act},
          html`<table
            role="grid"
            part="heatmap"
            class="heat ${isFew ? 'few' : ''} ${roomOf(numbers, width)}"
            ${glide(response, !settings.noAnimation, glideCells)}
          >
            <caption>
              ${title}
            </caption>
            <thead>
              <tr ${isFew ? nothing : heatHeads()}>
                <td></td>
                ${columnHeads(columns, format)}
              </tr>
            </thead>
            <tbody>
              ${labelsOf(rows, format).map(
                (label, y) =>
                  html`<tr>
                    <th scope="row"><bdi>${label}</bdi></th>
                    ${Array.from({length: width}, (_, x) => cell(x, y))}
                  </tr>`,
              )}
            </tbody>
          </table>`,
        )}
        ${hasLegend && max > min ? scale(min, max, measure, format, (share) => ramp(share).fill) : nothing}`;
      },
    );
  },
};

/** Says from which width on each cell has room for its number. */
function roomOf(numbers: readonly string[], columns: number): string {
  if (columns > SOME_COLUMNS) return 'fits-nowhere';
  const longest = new Array<number>(columns).fill(0);
  for (const [at, {length}] of numbers.entries())
    longest[at % columns] = Math.max(longest[at % columns] ?? 0, length);
  const wanted = longest.reduce((sum, length) => sum + length + 1, 0);
  return Object.entries(ROOM).find(([, chars]) => wanted <= chars)?.[0] ?? 'fits-nowhere';
}

function readScale(values: Float64Array): readonly [number, number] {
  const present = values.filter((value) => !Number.isNaN(value));
  const min = present.reduce((left, right) => Math.min(left, right), Infinity);
  const max = present.reduce((left, right) => Math.max(left, right), -Infinity);
  return [min > 0 && !mayLeaveOutZero(min, max) ? 0 : min, max];
}

/** A number in a drawing from left to right. */
function numberText(value: number, measure: string, format: ValueFormat): string {
  return inOwnDirection(format.short(value, measure), false);
}

function labelsOf(index: SeriesIndex, format: ValueFormat): string[] {
  return Array.from({length: index.values.length}, (_, at) => format.indexText(index, at));
}

function columnHeads(index: SeriesIndex, format: ValueFormat): TemplateResult[] {
  return labelsOf(index, format).map(
    (label) => html`<th scope="col" title=${label}><span dir="auto">${label}</span></th>`,
  );
}

function scale(
  min: number,
  max: number,
  measure: string,
  format: ValueFormat,
  colorAt: (share: number) => string,
): TemplateResult {
  const stops = [0, 0.25, 0.5, 0.75, 1].map(colorAt).join();
  return html`<div part="scale" class="scale" aria-hidden="true">
    <span>${numberText(min, measure, format)}</span>
    <span class="ramp" .style=${`background-image:linear-gradient(to right,${stops})`}></span>
    <span>${numberText(max, measure, format)}</span>
  </div>`;
}

function selectionAt(
  {columns, rows, measure, values}: Grid,
  format: ValueFormat,
  x: number,
  y: number,
  row: Row | null,
): ChartSelection {
  const place = columns.values[x] ?? null;
  const isTime = columns.kind === 'time' && typeof place === 'number';
  const cell = row?.[measure];
  const value = values[y * columns.values.length + x] ?? null;
  return {
    index: isTime ? new Date(place).toISOString() : place,
    category: format.indexText(rows, y),
    value: typeof cell === 'string' ? cell : value,
    row,
  };
}
