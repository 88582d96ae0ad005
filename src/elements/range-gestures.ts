import type {IndexRange} from '../charting/index-range.js';
import type {RangeTool} from './range-tool.js';
import type {Stage} from './stage.js';
import {panned} from './zoom-range.js';

/** Less than this, in px, is a click and no drag. */
const SLOP_PX = 4;

/** How much one px of a wheel zooms. */
const WHEEL_STEP = 0.003;

type Drag =
  | {readonly kind: 'band'; readonly from: number; readonly startPx: number}
  | {readonly kind: 'pan'; readonly range: IndexRange; readonly startPx: number}
  | {readonly kind: 'handle'; readonly fixed: number}
  | {readonly kind: 'pinch'; readonly range: IndexRange; readonly distancePx: number};

/**
 * Turns drags, pinches and the wheel with Ctrl or Command into ranges. A plain wheel and a finger
 * that moves up or down are left to the page.
 */
export class RangeGestures {
  readonly #stage: Stage;
  readonly #tool: RangeTool;
  readonly #fingers = new Map<number, number>();
  #drag: Drag | null = null;
  #hasMoved = false;
  #plot: HTMLElement | null = null;

  constructor(stage: Stage, tool: RangeTool) {
    this.#stage = stage;
    this.#tool = tool;
  }

  /** Listens to the wheel on this element in place of the one before. */
  follow(plot: HTMLElement | null): void {
    if (plot === this.#plot) return;
    this.#plot?.removeEventListener('wheel', this.#onWheel);
    this.#plot = plot;
    plot?.addEventListener('wheel', this.#onWheel, {passive: false});
  }

  /** Takes an event; true where it belongs to a gesture. */
  act(event: Event, target: Element | null): boolean {
    if (!this.#tool.canZoom && !this.#tool.canBrush) return false;
    const pointer = event as PointerEvent;
    switch (event.type) {
      case 'pointerdown':
        return this.#start(pointer, target);
      case 'pointermove':
        return this.#move(pointer);
      case 'pointerup':
        return this.#end(pointer, true);
      case 'pointercancel':
        this.#end(pointer, false);
        return false;
      case 'click': {
        const wasDrag = this.#hasMoved;
        this.#hasMoved = false;
        return wasDrag || target?.closest('.range-tools') != null;
      }
      default:
        return false;
    }
  }

  #start(event: PointerEvent, target: Element | null): boolean {
    this.#hasMoved = false;
    if (event.button > 0 || target?.closest('.reset, .tooltip')) return false;
    const side = target?.closest<HTMLElement>('[data-handle]')?.dataset['handle'];
    const value = this.#valueAt(event);
    const {zoom, all, canZoom, canBrush} = this.#tool;
    const isTouch = event.pointerType === 'touch';
    if (isTouch) this.#fingers.set(event.pointerId, event.clientX);
    if (side) {
      const edge = this.#tool.edge(side === 'start' ? 'to' : 'from');
      this.#drag = edge === null ? null : {kind: 'handle', fixed: edge};
    } else if (canZoom && this.#fingers.size === 2)
      this.#drag = {kind: 'pinch', range: zoom ?? all, distancePx: this.#fingerDistancePx};
    else if (zoom && (event.shiftKey || (isTouch && !canBrush)))
      this.#drag = {kind: 'pan', range: zoom, startPx: event.clientX};
    else if (!isTouch || canBrush) this.#drag = {kind: 'band', from: value, startPx: event.clientX};
    if (this.#drag) this.#capture(event);
    return side !== undefined;
  }

  #move(event: PointerEvent): boolean {
    const drag = this.#drag;
    if (this.#fingers.has(event.pointerId)) this.#fingers.set(event.pointerId, event.clientX);
    if (!drag) return false;
    const value = this.#valueAt(event);
    if ('startPx' in drag && !this.#hasMoved && Math.abs(event.clientX - drag.startPx) < SLOP_PX)
      return false;
    this.#hasMoved = true;
    if (drag.kind === 'band') this.#tool.sketch(ordered(drag.from, value));
    else if (drag.kind === 'handle') this.#tool.brushTo(ordered(drag.fixed, value));
    else if (drag.kind === 'pan') {
      const perPx = (drag.range.to - drag.range.from) / this.#widthPx;
      const distance = (drag.startPx - event.clientX) * perPx;
      this.#tool.zoomTo(panned(drag.range, distance, this.#tool.all));
    } else if (this.#fingers.size === 2) {
      const center = this.#valueAt({clientX: this.#fingerCenterPx, clientY: event.clientY});
      this.#tool.zoomBy(drag.distancePx / this.#fingerDistancePx, center, drag.range);
    }
    return true;
  }

  #end(event: PointerEvent, isDone: boolean): boolean {
    const drag = this.#drag;
    this.#fingers.delete(event.pointerId);
    this.#drag = null;
    if (!drag || !this.#hasMoved) return false;
    if (drag.kind !== 'band') return true;
    if (isDone) this.#tool.take(ordered(drag.from, this.#valueAt(event)));
    else this.#tool.sketch(null);
    return true;
  }

  readonly #onWheel = (event: WheelEvent) => {
    if (!this.#tool.canZoom || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    this.#tool.zoomBy(Math.exp(event.deltaY * WHEEL_STEP), this.#valueAt(event));
  };

  #capture({pointerId}: PointerEvent): void {
    try {
      this.#plot?.setPointerCapture(pointerId);
    } catch {
      // The pointer is gone already.
    }
  }

  #valueAt(event: Pick<MouseEvent, 'clientX' | 'clientY'>): number {
    const {from, to} = this.#tool.all;
    const value = this.#stage.scene()?.plot.view?.valueAt(event) ?? from;
    return Math.max(from, Math.min(to, value));
  }

  get #widthPx(): number {
    const {left = 0, right = 1} = this.#stage.scene()?.plot.view?.geometry?.area ?? {};
    return Math.max(1, right - left);
  }

  get #fingerDistancePx(): number {
    const [first = 0, second = 0] = this.#fingers.values();
    return Math.max(1, Math.abs(first - second));
  }

  get #fingerCenterPx(): number {
    const [first = 0, second = 0] = this.#fingers.values();
    return (first + second) / 2;
  }
}

function ordered(left: number, right: number): IndexRange {
  return {from: Math.min(left, right), to: Math.max(left, right)};
}
