import type {CSSResult, TemplateResult} from 'lit';
import type {Say} from '../messages/catalogue.js';
import type {ValueFormat} from '../series/format-value.js';
import type {Encoding, SeriesIndex} from '../series/series-set.js';
import type {TableSort} from '../series/table-sort.js';
import type {PipeResponse} from '../tinybird/pipe-response.js';
import type {ChartSelection} from './events.js';
import type {ShapeSettings} from './shape-settings.js';

/** Kinds that are drawn in HTML, each in a file that is loaded late. */
export const HTML_KINDS = [
  'bar-list',
  'pie',
  'donut',
  'funnel',
  'heatmap',
  'metric',
  'table',
] as const;

/** One of them. */
export type HtmlKind = (typeof HTML_KINDS)[number];

/** Tells whether a kind is drawn in HTML by a file of its own. */
export function isHtmlKind(kind: string): kind is HtmlKind {
  return (HTML_KINDS as readonly string[]).includes(kind);
}

/** Rows and what is known about them. */
export interface HtmlPlan {
  readonly kind: HtmlKind;
  readonly response: PipeResponse;
  readonly encoding: Encoding;
  readonly format: ValueFormat;
  readonly say: Say;
  readonly settings: ShapeSettings & {readonly otherName: string};
}

/** What may change while the rows stay. */
export interface HtmlViewModel {
  readonly title: string;
  /** The chart, whose computed style is the theme. */
  readonly host: HTMLElement;
  readonly themeName: 'auto' | 'light' | 'dark';
  readonly hasLegend: boolean;
  /** The order that the reader asked of a table, and how the next one is asked for. */
  readonly sort: TableSort | null;
  readonly sortBy: (column: string) => void;
  /** Entries of a list that are written out. */
  readonly shownRows: number;
  readonly showMore: () => void;
  /** Reports the point that the visitor chose. */
  readonly choose: (selection: ChartSelection | null) => void;
  /** Tells whether this point is the one that the visitor has chosen. */
  readonly isChosen: (selection: ChartSelection | null) => boolean;
  /** Takes every event of pointer, keys and focus. */
  readonly act: (event: Event) => void;
}

/** A drawing in HTML, and the places that its marks (`data-place`, `data-row`) stand for. */
export type HtmlDrawing = ((model: HtmlViewModel) => TemplateResult) & {
  /** Names or times that other charts may have, too; none without places. */
  readonly index?: SeriesIndex;
  /** Those of the rows, where it has rows and columns. */
  readonly rowIndex?: SeriesIndex;
  /** The numbers by which its marks are heard, or its rows; null where it has none. */
  readonly values?: () => Float64Array | null;
};

/** What the file of such a kind exports. */
export interface HtmlView {
  readonly styles: CSSResult;
  /**
   * Shapes the rows.
   *
   * @throws {ColumnError} when they cannot be drawn so.
   */
  readonly shape: (plan: HtmlPlan) => HtmlDrawing;
}
