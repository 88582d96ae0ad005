import {type TooltipBounds, tooltipPlace} from './tooltip-place.js';

/**
 * Puts a tooltip that has been rendered beside a point of the canvas, above everything of the
 * page; one of another chart's pointer stays within its own canvas, as nobody asked for it to cover
 * what is beside. Where the browser has no popovers, it stands where it would be clipped by nothing but
 * transformed ancestors.
 */
export function placeTooltip(
  tooltip: HTMLElement,
  canvas: HTMLCanvasElement,
  point: {readonly x: number; readonly y: number},
): void {
  if (typeof tooltip.showPopover === 'function' && !tooltip.matches(':popover-open'))
    tooltip.showPopover();
  const box = canvas.getBoundingClientRect();
  const scale = box.width / (canvas.offsetWidth || 1);
  const {clientWidth: right, clientHeight: bottom} = document.documentElement;
  const page = {left: 0, top: 0, right, bottom};
  const isLinked = tooltip.classList.contains('linked');
  tooltip.style.maxWidth = isLinked ? `${box.width}px` : '';
  tooltip.style.maxHeight = isLinked ? `${box.height}px` : '';
  const place = tooltipPlace(
    {x: box.left + point.x * scale, y: box.top + point.y * scale},
    {width: tooltip.offsetWidth, height: tooltip.offsetHeight},
    isLinked ? inside(box, page) : page,
    point.x * scale > box.width / 2 ? 'left' : 'right',
  );
  tooltip.style.left = `${place.left}px`;
  tooltip.style.top = `${place.top}px`;
  tooltip.dataset['side'] = place.side;
}

function inside(box: TooltipBounds, page: TooltipBounds): TooltipBounds {
  return {
    left: Math.max(box.left, page.left),
    top: Math.max(box.top, page.top),
    right: Math.min(box.right, page.right),
    bottom: Math.min(box.bottom, page.bottom),
  };
}
