import type {ChartError} from '../errors/chart-error.js';
import type {PipeResponse, Row} from '../tinybird/pipe-response.js';

/** What a chart shows; see the states table of the README. */
export type ChartState =
  | 'idle'
  | 'waiting'
  | 'signed-out'
  | 'no-organization'
  | 'loading'
  | 'ready'
  | 'empty'
  | 'rate-limited'
  | 'offline'
  | 'error';

/** All events bubble out of shadow roots, so that a page can listen once for every chart. */
class ChartEvent extends Event {
  constructor(type: string, init: EventInit = {}) {
    super(type, {bubbles: true, composed: true, ...init});
  }
}

/** New rows are on screen. */
export class ChartLoadEvent extends ChartEvent {
  static readonly type = 'tinybird-chart-load';

  readonly response: PipeResponse;

  constructor(response: PipeResponse) {
    super(ChartLoadEvent.type);
    this.response = response;
  }
}

/** Something failed; `error.code` says what. Rows that were on screen stay there. */
export class ChartErrorEvent extends ChartEvent {
  static readonly type = 'tinybird-chart-error';

  readonly error: ChartError;

  constructor(error: ChartError) {
    super(ChartErrorEvent.type);
    this.error = error;
  }
}

/** The chart's `state` changed. */
export class ChartStateEvent extends ChartEvent {
  static readonly type = 'tinybird-chart-state';

  readonly state: ChartState;
  readonly previous: ChartState;

  constructor(state: ChartState, previous: ChartState) {
    super(ChartStateEvent.type);
    this.state = state;
    this.previous = previous;
  }
}

/** What a `tinybird-chart-select` is about. */
export interface ChartSelection {
  /** X value: label, number, or ISO 8601 text of a time; of a row its first visible cell, as it came. */
  readonly index: string | number | null;
  /** Name of the series; null of a row, and where nothing is chosen any more. */
  readonly category: string | null;
  readonly value: number | string | null;
  /** The row of the response, or null where several or none stand behind the point. */
  readonly row: Row | null;
}

/** What is chosen once a choice has been given up. */
export const NO_SELECTION: ChartSelection = {index: null, category: null, value: null, row: null};

/** The visitor chose a point by pointer or keyboard, or gave it up: then all fields are null. */
export class ChartSelectEvent extends ChartEvent implements ChartSelection {
  static readonly type = 'tinybird-chart-select';
  readonly index: string | number | null;
  readonly category: string | null;
  readonly value: number | string | null;
  readonly row: Row | null;

  constructor(selection: ChartSelection) {
    super(ChartSelectEvent.type);
    this.index = selection.index;
    this.category = selection.category;
    this.value = selection.value;
    this.row = selection.row;
  }
}

/** What a `tinybird-chart-range` is about: whole buckets, both ends included. */
export interface ChartRange {
  /**
   * First day (`YYYY-MM-DD`) or second (`YYYY-MM-DD HH:MM:SS` in the column's zone), or a number;
   * null where all is seen and nothing marked.
   */
  readonly from: string | number | null;
  /** Last day, second or number that belongs to the range. */
  readonly to: string | number | null;
  /** The same in epoch milliseconds; null of numbers. */
  readonly fromMs: number | null;
  readonly toMs: number | null;
}

/** The range of a chart of which all is seen. */
export const NO_RANGE: ChartRange = {from: null, to: null, fromMs: null, toMs: null};

/** The visitor zoomed to a range, marked one, or gave it up: then all fields are null. */
export class ChartRangeEvent extends ChartEvent implements ChartRange {
  static readonly type = 'tinybird-chart-range';
  readonly from: string | number | null;
  readonly to: string | number | null;
  readonly fromMs: number | null;
  readonly toMs: number | null;

  constructor(range: ChartRange) {
    super(ChartRangeEvent.type);
    this.from = range.from;
    this.to = range.to;
    this.fromMs = range.fromMs;
    this.toMs = range.toMs;
  }
}

/** Tinybird asked for fewer requests; the chart comes back by itself. */
export class ChartRateLimitEvent extends ChartEvent {
  static readonly type = 'tinybird-chart-rate-limit';

  /** The planned wait. */
  readonly retryAfterMs: number;

  constructor(retryAfterMs: number) {
    super(ChartRateLimitEvent.type);
    this.retryAfterMs = retryAfterMs;
  }
}

/** The visitor pressed the sign-in button. `preventDefault()` leaves signing in to the page. */
export class ChartSignInEvent extends ChartEvent {
  static readonly type = 'tinybird-chart-sign-in';

  constructor() {
    super(ChartSignInEvent.type, {cancelable: true});
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'tinybird-chart-load': ChartLoadEvent;
    'tinybird-chart-error': ChartErrorEvent;
    'tinybird-chart-state': ChartStateEvent;
    'tinybird-chart-select': ChartSelectEvent;
    'tinybird-chart-range': ChartRangeEvent;
    'tinybird-chart-rate-limit': ChartRateLimitEvent;
    'tinybird-chart-sign-in': ChartSignInEvent;
  }
}
