import {paintText} from './paint-text.js';

/** What painting needs to know besides what the browser tells. */
export interface PaintOptions {
  /** Behind everything, and between slices. */
  readonly ground: string;
  /** The picture in place of a canvas. */
  readonly canvas: HTMLCanvasElement | null;
  /** Elements left out, as a selector. */
  readonly without: string;
}

/**
 * Paints an element and what is in it where the browser has laid it out: grounds, lines below,
 * text, shapes of SVG and canvases. It knows what the views of charts use, and no more.
 */
export function paintElement(
  context: CanvasRenderingContext2D,
  element: Element,
  options: PaintOptions,
  isStruck = false,
): void {
  const style = getComputedStyle(element);
  if (element.matches(options.without) || style.display === 'none') return;
  context.save();
  context.globalAlpha *= Number(style.opacity);
  const box = element.getBoundingClientRect();
  if (element instanceof SVGElement) paintShape(context, element, style, options);
  else paintBox(context, box, style);
  if (element instanceof HTMLCanvasElement && options.canvas)
    context.drawImage(options.canvas, box.left, box.top, box.width, box.height);
  if (style.overflowX !== 'visible' && box.width > 0) {
    context.beginPath();
    context.rect(box.left, box.top, box.width, box.height);
    context.clip();
  }
  const struck = isStruck || style.textDecorationLine.includes('line-through');
  for (const child of element.childNodes) {
    if (child instanceof Text) paintText(context, child, struck);
    if (!(child instanceof Element) || child.localName === 'mask') continue;
    paintElement(context, child, options, struck);
    // What a mask takes away is painted over what it is taken from.
    const mask = child.hasAttribute('mask') ? element.querySelector('mask') : null;
    if (mask) paintElement(context, mask, options);
  }
  context.restore();
}

function paintBox(context: CanvasRenderingContext2D, box: DOMRect, style: CSSStyleDeclaration) {
  const radius = toRadius(style.borderTopLeftRadius, box);
  context.beginPath();
  context.roundRect(box.left, box.top, box.width, box.height, radius);
  context.fillStyle = style.backgroundColor;
  context.fill();
  const colors = /^linear-gradient\(to right, (.+)\)$/.exec(style.backgroundImage)?.[1];
  if (colors) {
    const gradient = context.createLinearGradient(box.left, 0, box.right, 0);
    const stops = colors.match(/[a-z-]+\([^)]*\)/g) ?? [];
    for (const [at, color] of stops.entries())
      gradient.addColorStop(at / Math.max(1, stops.length - 1), color);
    context.fillStyle = gradient;
    context.fill();
  }
  const line = /^(.+\)) (?:0|-1)px -1px 0px 0px inset$/.exec(style.boxShadow)?.[1];
  if (!line) return;
  context.fillStyle = line;
  context.fillRect(box.left, box.bottom - 1, box.width, 1);
}

function toRadius(radius: string, {width, height}: DOMRect): number {
  const size = Math.min(width, height);
  const value = parseFloat(radius);
  return Math.min(radius.endsWith('%') ? (size * value) / 100 : value, size / 2);
}

/** Slices are paths; the lines of their mask are the gaps between them. */
function paintShape(
  context: CanvasRenderingContext2D,
  element: SVGElement,
  style: CSSStyleDeclaration,
  {ground}: PaintOptions,
): void {
  const isPath = element.localName === 'path';
  const matrix = element instanceof SVGGraphicsElement ? element.getScreenCTM() : null;
  if (!matrix || (!isPath && element.localName !== 'line')) return;
  // Stripes of forced colours are a pattern of the document, which a canvas cannot fill with.
  if (style.fill.startsWith('url')) return;
  const at = (name: string) => Number(element.getAttribute(name) ?? 0);
  context.save();
  context.transform(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f);
  context.fillStyle = style.fill;
  context.strokeStyle = ground;
  context.lineWidth = parseFloat(style.strokeWidth);
  if (isPath) {
    context.fill(new Path2D(element.getAttribute('d') ?? ''));
  } else {
    context.beginPath();
    context.moveTo(at('x1'), at('y1'));
    context.lineTo(at('x2'), at('y2'));
    context.stroke();
  }
  context.restore();
}
