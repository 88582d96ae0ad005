import {ContextConsumer} from '@lit/context';
import type {PropertyValues} from 'lit';
import {property} from 'lit/decorators.js';
import {type ChartError, isChartError} from '../errors/chart-error.js';
import {humanize} from '../lib/humanize.js';
import type {StaleReason} from '../query/query-state.js';
import type {ColumnOptionsByName} from '../series/column-options.js';
import type {ColumnMeta, PipeResponse, Row} from '../tinybird/pipe-response.js';
import type {FileKind} from './actions-view.js';
import {ChartModel} from './chart-model.js';
import {DebugSlot} from './debug-slot.js';
import {type ChartSettings, mergeSettings, ownSettings} from './chart-settings.js';
import {ChartErrorEvent, type ChartState} from './events.js';
import {givenResponse} from './given-response.js';
import {loadExportParts} from './load-export-parts.js';
import {PageChanges} from './page-changes.js';
import {pageSettings} from './page-settings.js';
import {ParamAttributes} from './param-attributes.js';
import {providerContext} from './provider-context.js';
import {registerEm} from './register-em.js';
import {SettingsElement} from './settings-element.js';
import {chartStyles} from './tinybird-chart.styles.js';
import {chartFrame} from './chart-frame.js';
import {VisibilityController} from './visibility-controller.js';

/**
 * Draws the rows of a Tinybird pipe for the visitor who is signed in.
 *
 * @slot loading - Shown while the first rows are on their way.
 * @slot empty - Shown when the pipe returns no rows.
 * @slot error - Shown when there are no rows because something failed.
 * @slot signed-out - Shown when nobody is signed in.
 * @slot no-organization - Shown when no organization is active.
 * @slot rate-limited - Shown when there are no rows yet and Tinybird asks for fewer requests.
 * @slot offline - Shown when there are no rows and no network.
 * @slot toolbar - Beside the heading.
 * @slot footer - Below the drawing.
 *
 * @csspart base - Everything.
 * @csspart header - Heading, description, status and toolbar.
 * @csspart heading - The visible title.
 * @csspart description - The subtitle.
 * @csspart status - Why the rows on screen are not up to date.
 * @csspart body - The place of drawing, table, metric or message.
 * @csspart skeleton - The shape of a chart to come.
 * @csspart message - A state without rows.
 * @csspart message-text - Its sentence.
 * @csspart detail - The folded sentence for developers.
 * @csspart organizations - The list of organizations to choose from.
 * @csspart button - Every button except those with a part of their own.
 * @csspart canvas - The drawing.
 * @csspart tooltip - The tooltip.
 * @csspart band - The range that is marked.
 * @csspart reset - The button that shows all again.
 * @csspart legend - The legend.
 * @csspart pause-button - Holds the rows on screen where they are refetched.
 * @csspart table-button - Shows the drawing as a table, and the table as a drawing.
 * @csspart download-button - Opens the list of files.
 * @csspart download-item - One of them.
 * @csspart table - The table.
 * @csspart sort-button - A header of the table.
 * @csspart metric - The metric.
 * @csspart debug - The diagnosis panel.
 * @csspart debug-step - Its next step.
 * @csspart debug-facts - Its facts, in groups.
 * @csspart debug-copy - The button that copies it.
 * @csspart bar-list - The bar list.
 * @csspart pie - The slices of a pie.
 * @csspart donut - The slices of a donut.
 * @csspart slices - Their labels and numbers.
 * @csspart funnel - The funnel.
 * @csspart heatmap - The heatmap.
 * @csspart scale - The colours of a heatmap, with their numbers.
 *
 * @cssproperty [--tinybird-chart-text-color=inherit] - Text.
 * @cssproperty [--tinybird-chart-axis-text-color=#5b6270] - Secondary text; on dark #a7adb9.
 * @cssproperty [--tinybird-chart-background=transparent] - Ground, and the rim of markers.
 * @cssproperty [--tinybird-chart-grid-color=#e7e9ee] - Grid lines and borders; on dark #30343c.
 * @cssproperty [--tinybird-chart-font-family=inherit] - Font family.
 * @cssproperty [--tinybird-chart-padding=0] - Space around everything.
 * @cssproperty [--tinybird-chart-radius=0.5rem] - Corner radius.
 * @cssproperty [--tinybird-chart-stale=#c97a0a] - Mark beside the status.
 * @cssproperty [--tinybird-chart-tooltip-background=Canvas] - Ground of the tooltip.
 * @cssproperty [--tinybird-chart-tooltip-color=CanvasText] - Text of the tooltip.
 * @cssproperty [--tinybird-chart-table-header=Canvas] - Ground of the table's sticky header.
 * @cssproperty [--tinybird-chart-color-1=#4d79e5] - Colour of series, to `-12`; on dark #4991e5.
 * @cssproperty [--tinybird-chart-axis-color=#a3a9b5] - Zero line and crosshair; on dark #6b7280.
 * @cssproperty [--tinybird-chart-font-size=0.75em] - Size of axis labels, 12px at least.
 * @cssproperty [--tinybird-chart-line-width=2px] - Width of lines.
 * @cssproperty [--tinybird-chart-bar-radius=3px] - Corners of bars.
 * @cssproperty [--tinybird-chart-up-color=#15803d] - Change of a metric, up; on dark #4ade80.
 * @cssproperty [--tinybird-chart-down-color=#b91c1c] - Change of a metric, down; on dark #f87171.
 *
 * @event {ChartLoadEvent} tinybird-chart-load - New rows are on screen.
 * @event {ChartErrorEvent} tinybird-chart-error - Something failed; `error.code` says what.
 * @event {ChartStateEvent} tinybird-chart-state - `state` changed.
 * @event {ChartSelectEvent} tinybird-chart-select - The visitor chose a point.
 * @event {ChartRangeEvent} tinybird-chart-range - The visitor zoomed to, or marked, a range.
 * @event {ChartRateLimitEvent} tinybird-chart-rate-limit - Tinybird asked for fewer requests.
 * @event {ChartSignInEvent} tinybird-chart-sign-in - Sign-in was asked for; cancelable.
 */
export class TinybirdChart extends SettingsElement {
  static override readonly styles = chartStyles;

  /** Name or id of the pipe. Changing it aborts the query in flight. */
  @property() pipe = '';

  /** Id of a form whose controls are query parameters. */
  @property() form: string | undefined;

  /** Visible title and accessible name; empty for none. @default the pipe's name, humanised */
  @property() heading: string | undefined;

  /** Visible subtitle. */
  @property() description: string | undefined;

  /** Holds the rows on screen: `refresh-interval` asks for none, and those of others are not shown. */
  @property({type: Boolean}) paused = false;

  /** Rows to draw in place of a query; no token is asked for. */
  @property({attribute: false}) data: readonly Row[] | undefined;

  /** Columns of `data`; guessed when absent. */
  @property({attribute: false}) meta: readonly ColumnMeta[] | undefined;

  readonly #provider = new ContextConsumer(this, {context: providerContext, subscribe: true});
  readonly #paramAttributes = new ParamAttributes(this);
  readonly #visibility = new VisibilityController(this);
  readonly #model = new ChartModel(this, () => {
    this.requestUpdate();
    if (this.hasUpdated) this.performUpdate();
  });
  readonly #debug = new DebugSlot(this);
  #settings: ChartSettings = {};
  #given: PipeResponse | null = null;

  /** What is shown. */
  get state(): ChartState {
    return this.#model.shown.state;
  }

  /** The latest failure, or null. */
  get error(): ChartError | null {
    return this.#model.shown.error;
  }

  /** The rows on screen, or null. */
  get response(): PipeResponse | null {
    return this.#model.shown.response;
  }

  /** Why the rows on screen are older than wanted, or null. */
  get staleReason(): StaleReason | null {
    return this.#model.shown.staleReason;
  }

  /** Asks for the rows again; resolves when the answer or failure is there. */
  async refetch(): Promise<void> {
    await this.#model.refetch();
    if (this.hasUpdated) await this.updateComplete;
  }

  /** The rows on screen as CSV (RFC 4180) with the columns' own names; empty without rows. */
  async toCSV(): Promise<string> {
    const {toCsv} = await loadExportParts();
    const columns = this.#settings.columns as ColumnOptionsByName | undefined;
    return this.response ? toCsv(this.response, columns) : '';
  }

  /** What is on screen as PNG, two pixels for each CSS pixel; rejects without (`nothing-drawn`). */
  async toPNG(): Promise<Blob> {
    const {chartImage} = await loadExportParts();
    return chartImage(this, () => this.#model.scene);
  }

  /** Saves the rows on screen, or their picture, among the visitor's downloads, named by title and day. */
  async download(kind: FileKind): Promise<void> {
    const {downloadChart} = await loadExportParts();
    await downloadChart(this, this.#title || this.pipe, kind);
  }

  constructor() {
    super();
    registerEm();
    new PageChanges(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const {settings: provided = {}, scope = document} = this.#provider.value ?? {};
    const farther = mergeSettings(pageSettings(), provided);
    this.#settings = mergeSettings(farther, ownSettings(this));
    const formParams = this.#model.formParams(this.isConnected ? (this.form ?? null) : null);
    if (changed.has('data') || changed.has('meta'))
      this.#given = this.data ? givenResponse(this.data, this.meta) : null;
    this.#model.derive({
      pipe: this.pipe,
      title: this.#title,
      settings: this.#settings,
      params: {
        ...(this.#settings.params as object),
        ...formParams,
        ...this.#paramAttributes.params,
      },
      isComplete: formParams !== null,
      given: this.#given,
      isNear: this.#visibility.isNear,
      isPaused: this.paused,
      scope,
    });
  }

  /** What follows of an update may ask for the next one, which Lit warns of while this one lasts. */
  protected override performUpdate(): void {
    super.performUpdate();
    this.#model.apply();
  }

  protected override render() {
    return chartFrame({
      title: this.#title,
      description: this.description ?? '',
      theme: this.#settings.theme ?? 'auto',
      shown: this.#model.shown,
      status: this.#model.status(),
      isCrowded: this.#visibility.isCrowded,
      text: this.#model.text,
      body: this.#model.view(),
      actions: this.#model.actions(
        (kind) => this.#save(kind),
        () => (this.paused = !this.paused),
      ),
      debug: this.#debug.view(this.#settings.debug ?? false, () => this.#model.inspect()),
      onThemeChange: () => this.requestUpdate(),
    });
  }

  #save(kind: FileKind): void {
    this.download(kind).catch((error: unknown) => {
      if (!isChartError(error)) throw error;
      this.dispatchEvent(new ChartErrorEvent(error));
    });
  }

  get #title(): string {
    return this.heading ?? (this.pipe ? humanize(this.pipe) : '');
  }
}
