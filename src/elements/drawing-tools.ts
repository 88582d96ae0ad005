import type {ReactiveControllerHost} from 'lit';
import type {DrawingParts} from './drawing-parts.js';
import {InteractionSlot} from './interaction-slot.js';
import {LateStatus} from './late-status.js';
import {PlotCanvas} from './plot-canvas.js';
import type {Stage} from './stage.js';
import {TableSwitch} from './table-switch.js';

type Host = ReactiveControllerHost & HTMLElement;

/** What keeps a drawing on a host: canvas, table, status, and what a visitor does with them. */
export interface DrawingTools {
  readonly plot: PlotCanvas;
  readonly table: TableSwitch;
  readonly slot: InteractionSlot;
  readonly status: LateStatus;
}

/** Makes the tools of one drawing, whose parts are loaded late. */
export function drawingTools(host: Host, parts: DrawingParts, stage: Stage): DrawingTools {
  const slot = new InteractionSlot(stage);
  const plot = new PlotCanvas(host, () => slot.current?.follow());
  const table = new TableSwitch(host, parts, () => slot.current?.leave());
  return {plot, table, slot, status: new LateStatus(host)};
}
