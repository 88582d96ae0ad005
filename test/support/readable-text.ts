import {contrast} from '../charting/color-vision.js';

/** A piece of text on screen. */
export interface ReadableText {
  readonly text: string;
  readonly element: Element;
  readonly fontPx: number;
  /** Contrast with what lies behind it, from 1 to 21. */
  readonly contrast: number;
  /** Where its characters are. */
  readonly rect: DOMRect;
}

/** All text that is seen inside `root`, on a page of the colour `ground`. */
export function readableText(root: ShadowRoot, ground: string): ReadableText[] {
  const elements = [...root.querySelectorAll<HTMLElement | SVGElement>('*')];
  return elements.flatMap((element) => {
    const own = [...element.childNodes].filter(
      (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
    );
    if (own.length === 0 || !isSeen(element)) return [];
    return own.map((node) => ({
      text: (node.textContent ?? '').trim(),
      element,
      fontPx: fontPx(element),
      contrast: contrastOf(element, ground),
      rect: rectOf(node),
    }));
  });
}

function isSeen(element: Element): boolean {
  const {width, height} = element.getBoundingClientRect();
  const isPainted = !['STYLE', 'SCRIPT', 'title'].includes(element.nodeName);
  const isHidden = element.closest('.visually-hidden, caption') !== null;
  return isPainted && !isHidden && width > 1 && height > 1 && element.checkVisibility();
}

function fontPx(element: Element): number {
  const px = parseFloat(getComputedStyle(element).fontSize);
  const scale = element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.a ?? 1) : 1;
  return px * scale;
}

function rectOf(node: Node): DOMRect {
  const range = document.createRange();
  range.selectNodeContents(node);
  return range.getBoundingClientRect();
}

/** Paints every ground behind an element, and its colour on top, as the browser does. */
function contrastOf(element: Element, ground: string): number {
  const chain: Element[] = [];
  for (let at: Element | null = element; at; at = at.parentElement) chain.unshift(at);
  const context = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true})!;
  const paint = (color: string, opacity: number) => {
    context.globalAlpha = opacity;
    context.fillStyle = color;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
    return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  };
  let behind = paint(ground, 1);
  let opacity = 1;
  for (const one of chain) {
    const style = getComputedStyle(one);
    // Buttons that appear on hover are read when they are there.
    if (!one.classList.contains('actions')) opacity *= Number(style.opacity);
    behind = paint(style.backgroundColor, opacity);
  }
  const style = getComputedStyle(element);
  const ink = element instanceof SVGElement ? style.fill : style.color;
  return contrast(paint(ink, opacity), behind);
}
