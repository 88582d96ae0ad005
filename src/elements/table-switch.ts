import {nothing, type ReactiveControllerHost} from 'lit';
import {nextSort, type TableSort} from '../series/table-sort.js';
import type {PipeResponse} from '../tinybird/pipe-response.js';
import type {FileKind, PauseModel} from './actions-view.js';
import {adoptSheet} from './adopt-sheet.js';
import type {ChartSettings} from './chart-settings.js';
import type {DrawingParts} from './drawing-parts.js';
import type {HtmlDrawing} from './html-view.js';
import type {Shaped} from './shape.js';

/** Entries that a list writes out at first, and adds at a time. */
const LIST_PAGE = 200;

/** A drawing, and what its buttons do. */
export interface DrawingActions {
  readonly shaped: Shaped;
  /** True where the chart is in view or near it. */
  readonly isNear: boolean;
  readonly save: (kind: FileKind) => void;
  readonly pause: PauseModel | null;
}

/**
 * What the reader has asked of tables and lists: the order of rows, more of them, and a table in
 * place of a drawing. Kept through refetches, forgotten with the rows.
 */
export class TableSwitch {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #parts: DrawingParts;
  readonly #onToggle: () => void;
  #wasNear = false;
  #sort: TableSort | null = null;
  #isOn = false;
  #shownRows = LIST_PAGE;
  #made: {readonly shaped: Shaped; readonly drawing: HtmlDrawing} | null = null;

  /** `onToggle` hears of each switch between drawing and table, before it. */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    parts: DrawingParts,
    onToggle: () => void,
  ) {
    this.#host = host;
    this.#parts = parts;
    this.#onToggle = onToggle;
  }

  /** The buttons of a drawing, once it has been near the view: nobody can press them before. */
  actions({shaped: {kind, say}, isNear, save, pause}: DrawingActions) {
    this.#wasNear ||= isNear;
    if (!this.#wasNear) return nothing;
    const toggleTable = () => {
      this.#onToggle();
      this.reset(!this.#isOn);
      this.#host.requestUpdate();
    };
    const isTable = kind === 'table' ? null : this.#isOn;
    return (
      this.#parts.loaded.views?.actionsView({isTable, toggleTable, pause, say, save}) ?? nothing
    );
  }

  /** What a view is told of tables and lists: what was asked, and how more is asked. */
  model(shaped: Shaped, response: PipeResponse, settings: ChartSettings) {
    return {
      table: this.#drawing(shaped, response, settings),
      sort: this.#sort,
      sortBy: (column: string) => {
        this.#sort = nextSort(this.#sort, column);
        this.#host.requestUpdate();
      },
      shownRows: this.#shownRows,
      showMore: () => {
        this.#shownRows += LIST_PAGE;
        this.#host.requestUpdate();
      },
    };
  }

  /** Forgets the rows. */
  wipe(): void {
    this.#made = null;
    this.#shownRows = LIST_PAGE;
  }

  /** Forgets everything. */
  reset(isOn = false): void {
    this.wipe();
    this.#isOn = isOn;
    this.#sort = null;
  }

  /** The table of what is drawn; null for the drawing, also while the code for a table loads. */
  #drawing(shaped: Shaped, response: PipeResponse, settings: ChartSettings): HtmlDrawing | null {
    const part = this.#isOn && shaped.kind !== 'table' ? this.#parts.need('drawn-table') : null;
    const {views} = this.#parts.loaded;
    if (!part || !views) return null;
    adoptSheet(this.#host, part.tableStyles.styleSheet);
    if (this.#made?.shaped !== shaped) {
      const shapeSettings = views.readShapeSettings(settings, this.#host);
      this.#made = {shaped, drawing: part.drawnTable(shaped, response, shapeSettings)};
    }
    return this.#made.drawing;
  }
}
