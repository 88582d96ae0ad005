import {luminance, toRgba} from '../charting/css-color.js';
import type {ChartTheme} from '../charting/theme.js';

/** The nearest opaque ground, through shadow roots; else the page's own, if it suits the theme. */
export function groundBehind(base: Element, {scheme, background}: ChartTheme): string {
  for (let at: Element | null = base; at; at = parentOf(at)) {
    const {backgroundColor} = getComputedStyle(at);
    if (toRgba(backgroundColor)[3] === 1) return backgroundColor;
  }
  const probe = base.appendChild(document.createElement('span'));
  probe.style.backgroundColor = 'Canvas';
  const page = getComputedStyle(probe).backgroundColor;
  probe.remove();
  const isDark = luminance(toRgba(page)) < 0.4;
  return isDark === (scheme === 'dark') ? page : background;
}

function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}
