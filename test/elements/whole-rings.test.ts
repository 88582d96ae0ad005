import {expect, fixture} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {ChartHarness} from '../support/chart-harness.js';
import {drawings} from '../support/scenes.js';

/** Most keys that are pressed in a drawing of these scenes. */
const MAX_KEYS = 20;

const label = (element: Element) => element.getAttribute('part') ?? element.className;

/** Whose edges cut the ring of what has the focus. */
function cutters(chart: ChartHarness): string[] {
  const focused = chart.element.shadowRoot?.activeElement;
  if (!focused) return [];
  const {outlineWidth, outlineOffset} = getComputedStyle(focused);
  const reach = parseFloat(outlineWidth) + parseFloat(outlineOffset);
  const ring = grown(focused.getBoundingClientRect(), reach);
  const found: string[] = [];
  for (let at = focused.parentElement; at; at = at.parentElement) {
    const style = getComputedStyle(at);
    if (style.overflow === 'visible') continue;
    const margin = style.overflow === 'clip' ? parseFloat(style.overflowClipMargin) || 0 : 0;
    const box = grown(at.getBoundingClientRect(), margin + 0.5);
    const isCut =
      ring.left < box.left ||
      ring.right > box.right ||
      ring.top < box.top ||
      ring.bottom > box.bottom;
    if (isCut) found.push(`${label(focused)} by ${label(at)}`);
  }
  return found;
}

function grown({left, right, top, bottom}: DOMRect, by: number) {
  return {left: left - by, right: right + by, top: top - by, bottom: bottom + by};
}

describe('the ring of what has the focus', () => {
  for (const [name, mount] of Object.entries(drawings)) {
    it(`is seen as a whole at every stop of a ${name}`, async () => {
      const place = await fixture(`<div><button class="before">before</button></div>`);
      const chart = await mount({}, place);
      place.insertAdjacentHTML('beforeend', '<button>after</button>');
      place.querySelector<HTMLElement>('.before')?.focus();
      const cut: string[] = [];

      for (let stop = 0; stop < MAX_KEYS; stop += 1) {
        await sendKeys({press: 'Tab'});
        if (document.activeElement !== chart.element) break;
        cut.push(...cutters(chart));
      }

      expect(cut).to.deep.equal([]);
    });
  }

  for (const name of ['bar-list', 'funnel', 'pie', 'heatmap']) {
    it(`is seen as a whole at the marks of a ${name}`, async () => {
      const place = await fixture(`<div></div>`);
      const chart = await drawings[name]!({}, place);
      const marks = chart.element.shadowRoot!.querySelectorAll<HTMLElement>('[data-mark]');
      const cut: string[] = [];

      for (const mark of [marks[0], marks[marks.length - 1]]) {
        mark?.focus({focusVisible: true});
        cut.push(...cutters(chart));
      }

      expect(cut).to.deep.equal([]);
    });
  }
});
