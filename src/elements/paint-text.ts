/** Paints the words of a text node where the browser has laid them out. */
export function paintText(context: CanvasRenderingContext2D, node: Text, isStruck: boolean): void {
  const element = node.parentElement;
  if (!element || node.data.trim() === '') return;
  const style = getComputedStyle(element);
  const {fontStyle, fontWeight, fontSize, fontFamily} = style;
  const isSvg = element instanceof SVGGraphicsElement;
  const scale = isSvg ? (element.getScreenCTM()?.a ?? 1) : 1;
  context.font = `${fontStyle} ${fontWeight} ${parseFloat(fontSize) * scale}px ${fontFamily}`;
  context.fillStyle = isSvg ? style.fill : style.color;
  context.direction = style.direction === 'rtl' ? 'rtl' : 'ltr';
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  const isClipped = style.textOverflow === 'ellipsis' && element.scrollWidth > element.clientWidth;
  const pieces = isClipped ? [clippedPiece(context, node, element)] : wordsOf(node);
  for (const {text, box} of pieces) {
    const {fontBoundingBoxAscent: up, fontBoundingBoxDescent: down} = context.measureText(text);
    context.fillText(text, box.left, box.top + (box.height - up - down) / 2 + up);
    if (isStruck) context.fillRect(box.left, box.top + box.height / 2, box.width, 1);
  }
}

interface Piece {
  readonly text: string;
  readonly box: DOMRect;
}

/** Words with their boxes; one that is broken over lines falls into its characters. */
function wordsOf(node: Text): Piece[] {
  return [...node.data.matchAll(/\S+/g)].flatMap(({0: text, index}) => {
    const boxes = boxesOf(node, index, text.length);
    const [box] = boxes;
    if (boxes.length <= 1) return box ? [{text, box}] : [];
    return [...text.matchAll(/./gu)].flatMap(({0: character, index: at}) => {
      const [place] = boxesOf(node, index + at, character.length);
      return place ? [{text: character, box: place}] : [];
    });
  });
}

/** As much of the text as fits its element, and an ellipsis. */
function clippedPiece(context: CanvasRenderingContext2D, node: Text, element: Element): Piece {
  const text = node.data.trim().replace(/\s+/g, ' ');
  const style = getComputedStyle(element);
  const padding = parseFloat(style.paddingLeft) + parseFloat(style.paddingRight);
  const room = element.clientWidth - padding;
  let length = text.length;
  while (length > 0 && context.measureText(`${text.slice(0, length)}…`).width > room) length -= 1;
  const [whole = element.getBoundingClientRect()] = boxesOf(node, 0, node.data.length);
  const piece = `${text.slice(0, length)}…`;
  const {width} = context.measureText(piece);
  // Text from right to left begins there, and what does not fit is at the left.
  const left = style.direction === 'rtl' ? whole.right - width : whole.left;
  return {text: piece, box: new DOMRect(left, whole.top, width, whole.height)};
}

function boxesOf(node: Text, start: number, length: number): DOMRect[] {
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, start + length);
  return [...range.getClientRects()].filter(({width}) => width > 0);
}
