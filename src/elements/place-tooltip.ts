import {tooltipPlace} from './tooltip-place.js';

/**
 * Puts a tooltip that has been rendered beside a point of the canvas, above everything of the
 * page. Where the browser has no popovers, it stands where it would be clipped by nothing but
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
  const {clientWidth: width, clientHeight: height} = document.documentElement;
  const place = tooltipPlace(
    {x: box.left + point.x * scale, y: box.top + point.y * scale},
    {width: tooltip.offsetWidth, height: tooltip.offsetHeight},
    {width, height},
    point.x * scale > box.width / 2 ? 'left' : 'right',
  );
  tooltip.style.left = `${place.left}px`;
  tooltip.style.top = `${place.top}px`;
  tooltip.dataset['side'] = place.side;
}
