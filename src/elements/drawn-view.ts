import {nothing, type TemplateResult} from 'lit';
import type {SeriesLook} from '../charting/series-look.js';
import type {TooltipModel} from '../charting/tooltip-model.js';
import type {HtmlViewModel} from './html-view.js';
import type {PlotPlace} from './plot-keyboard.js';
import {plotView} from './plot-view.js';
import type {Shaped} from './shape.js';

/** What the view of drawn rows is made of. */
export interface DrawnViewModel extends HtmlViewModel {
  readonly shaped: Shaped;
  readonly looks: readonly SeriesLook[];
  /** The point that is looked at. */
  readonly tooltip: TooltipModel | null;
  readonly hasTooltip: boolean;
  /** What the keyboard reached last, for screen readers. */
  readonly spoken: string;
  /** Width of the canvas in CSS px. */
  readonly plotWidth: number;
  /** Names of series that the reader has switched off. */
  readonly hidden: ReadonlySet<string>;
  readonly toggle: (name: string) => void;
  /** Looks at a point, or at none, and says in words what is there. */
  readonly focusPoint: (
    place: PlotPlace | null,
    inWords: (tooltip: TooltipModel) => string,
  ) => void;
  readonly select: (place: PlotPlace) => void;
}

/** Rows on screen: a canvas with legend and tooltip, or what the part of their kind draws. */
export function drawnView(model: DrawnViewModel): TemplateResult | typeof nothing {
  const {shaped} = model;
  if ('drawing' in shaped) return shaped.drawing?.(model) ?? nothing;
  return plotView(shaped, model);
}
