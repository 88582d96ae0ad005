import {expect, fixture} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {readableText, type ReadableText} from '../support/readable-text.js';
import {drawings, goOffline, states} from '../support/scenes.js';
import {painted} from '../support/until.js';

/** 1280 px at 400 %. */
const ZOOMED = {width: 320, height: 256};

/** What a reader may ask of any page (WCAG 1.4.12). */
const SPACING = `* {
  line-height: 1.5 !important;
  letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important;
}
p { margin-block-end: 2em !important; }`;

/** Text that is shortened with an ellipsis, which says all of itself in a title. */
const isShortened = ({element}: ReadableText) =>
  getComputedStyle(element).textOverflow === 'ellipsis' && element.closest('[title]') !== null;

/** What goes beyond an ancestor; up and down where it does not scroll, and to the sides always. */
function clipped(texts: readonly ReadableText[], host: HTMLElement): string[] {
  const outer = host.getBoundingClientRect();
  return texts.flatMap(({text, element, rect}) => {
    // Two dimensions are what they are about.
    if (element.closest('.table-scroll, .heat-scroll')) return [];
    let canScroll = false;
    for (let at: Element | null = element; at; at = at.parentElement) {
      const {overflowX, overflowY} = getComputedStyle(at);
      canScroll ||= /auto|scroll/.test(overflowY);
      if (overflowX === 'visible') continue;
      const {left, right, top, bottom} = at.getBoundingClientRect();
      const isInside = rect.left >= left - 1 && rect.right <= right + 1;
      const isWhole = canScroll || (rect.top >= top - 2 && rect.bottom <= bottom + 2);
      if (!isInside || !isWhole) return [text];
    }
    return rect.left < outer.left - 1 || rect.right > outer.right + 1 ? [text] : [];
  });
}

/** Pairs of texts that lie on each other; the words about keys lie on a drawing. */
function overlapping(texts: readonly ReadableText[]): string[] {
  const flat = texts.filter(({element}) => !element.closest('.keys, th, td, .overlay'));
  return flat.flatMap((one, at) =>
    flat.slice(at + 1).flatMap((other) => {
      const [left, right] = [one.rect, other.rect];
      const across = Math.min(left.right, right.right) - Math.max(left.left, right.left);
      const down = Math.min(left.bottom, right.bottom) - Math.max(left.top, right.top);
      return across > 1 && down > 4 ? [`${one.text} / ${other.text}`] : [];
    }),
  );
}

describe('at 400 %, with the spacing of text that a reader asks for', () => {
  before(() => setViewport(ZOOMED));
  after(() => setViewport({width: 800, height: 600}));
  afterEach(() => goOffline(false));

  for (const [name, mount] of Object.entries({...drawings, ...states})) {
    it(`${name}: nothing is cut off, lies on something else or gets small`, async () => {
      const style = 'inline-size: 100%';
      const chart = await mount({style}, await fixture('<div></div>'));
      const root = chart.element.shadowRoot!;
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(SPACING);
      root.adoptedStyleSheets.push(sheet);
      await painted();
      await painted();
      const texts = readableText(root, '#ffffff');
      expect(texts.length).to.be.above(0);

      const whole = texts.filter((text) => !isShortened(text));
      expect(clipped(whole, chart.element), 'cut off').to.deep.equal([]);
      expect(overlapping(whole), 'on each other').to.deep.equal([]);
      expect(texts.filter(({fontPx}) => fontPx < 12).map(({text}) => text)).to.deep.equal([]);
      expect(document.documentElement.scrollWidth).to.be.at.most(ZOOMED.width);
    });
  }
});
