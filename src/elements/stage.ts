import type {ReactiveControllerHost} from 'lit';
import {placesIn} from '../charting/index-range.js';
import type {SeriesSet} from '../series/series-set.js';
import type {PipeResponse} from '../tinybird/pipe-response.js';
import type {ChartSettings} from './chart-settings.js';
import type {PlotCanvas} from './plot-canvas.js';
import type {Shaped} from './shape.js';

/** What a visitor looks at. */
export interface Scene {
  readonly shaped: Shaped;
  readonly response: PipeResponse;
  readonly identityKey: string | null;
  readonly settings: ChartSettings;
  readonly plot: PlotCanvas;
}

/** Where a drawing is acted upon. */
export interface Stage {
  readonly host: ReactiveControllerHost &
    HTMLElement & {readonly renderRoot: HTMLElement | DocumentFragment};
  /** What is drawn now, or null. */
  readonly scene: () => Scene | null;
  /** Tells whether what is drawn still belongs to whom the page is for, also inside a notice of a switch. */
  readonly isCurrent: () => boolean;
}

/** Returns the series on the canvas; null where there is none. */
export function seriesOf(stage: Stage): SeriesSet | null {
  const {shaped} = stage.scene() ?? {};
  return shaped && 'set' in shaped ? shaped.set : null;
}

/** What keys can lead to on the canvas. */
export interface Walk {
  readonly set: SeriesSet;
  /** Names of series that are not drawn. */
  readonly hidden: ReadonlySet<string>;
  /** First and last place of the index that are seen. */
  readonly places: readonly [first: number, last: number];
}

/** Returns what keys can lead to on the canvas; null where there are no series. */
export function walkOf(stage: Stage): Walk | null {
  const set = seriesOf(stage);
  const {hidden = new Set<string>(), range} = stage.scene()?.plot.view?.drawn?.input ?? {};
  return set && {set, hidden, places: placesIn(set.index, range)};
}
