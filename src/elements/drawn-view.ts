import type {TemplateResult} from 'lit';
import type {ChartView} from '../charting/chart-view.js';
import type {HtmlDrawing, HtmlViewModel} from './html-view.js';
import {plotView} from './plot-view.js';
import type {Shaped} from './shape.js';

/** What the view of drawn rows is made of. */
export interface DrawnViewModel extends HtmlViewModel {
  readonly shaped: Shaped;
  /** A table in place of the drawing, or null. */
  readonly table: HtmlDrawing | null;
  /** What draws on the canvas; null before the first drawing. */
  readonly plot: Pick<ChartView, 'looks' | 'truncated' | 'drawn'> | null;
  /** What lies on the canvas: tooltip, words for screen readers. */
  readonly overlay: unknown;
  /** True while a point is looked at. */
  readonly isPointed: boolean;
  /** Names of series that the reader has switched off. */
  readonly hidden: ReadonlySet<string>;
}

/** Rows on screen: a canvas with legend and tooltip, what the part of their kind draws, or a table. */
export function drawnView(model: DrawnViewModel): TemplateResult {
  const {shaped, table} = model;
  if (table) return table(model);
  if ('drawing' in shaped) return shaped.drawing(model);
  return plotView(shaped, model);
}
