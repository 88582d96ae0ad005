import {expect, fixture} from '@open-wc/testing';
import {readableText} from '../support/readable-text.js';
import {drawings, goOffline, states} from '../support/scenes.js';

/** WCAG 2.2: 1.4.3 and 2.5.8; the size of letters is Chartability's. */
const LEAST = {contrast: 4.5, fontPx: 12, targetPx: 24};

for (const [theme, ground] of [
  ['light', '#ffffff'],
  ['dark', '#14171f'],
] as const) {
  describe(`on a ${theme} ground`, () => {
    afterEach(() => goOffline(false));

    for (const [name, mount] of Object.entries({...drawings, ...states})) {
      it(`${name}: letters and buttons are large enough, and text stands out`, async () => {
        const place = await fixture(`<div style="background:${ground}"></div>`);
        const chart = await mount({theme}, place);
        const texts = readableText(chart.element.shadowRoot!, ground);
        expect(texts.length).to.be.above(0);

        const small = texts.filter(({fontPx}) => fontPx < LEAST.fontPx);
        const pale = texts.filter(({contrast}) => contrast < LEAST.contrast);
        const narrow = chart.targets.filter((target) => {
          const {width, height} = target.getBoundingClientRect();
          return Math.min(width, height) < LEAST.targetPx;
        });

        expect(small.map(({text, fontPx}) => `${text} ${fontPx}`)).to.deep.equal([]);
        expect(pale.map(({text, contrast}) => `${text} ${contrast}`)).to.deep.equal([]);
        expect(narrow.map((target) => target.outerHTML)).to.deep.equal([]);
      });
    }

    it('the name of a series that is taken out stands out, too', async () => {
      const place = await fixture(`<div style="background:${ground}"></div>`);
      const chart = await drawings['line']!({theme}, place);
      chart.press('Orders');
      await chart.element.updateComplete;

      const texts = readableText(chart.element.shadowRoot!, ground);
      const name = texts.find(({text}) => text === 'Orders');
      expect(name?.contrast).to.be.at.least(LEAST.contrast);
    });
  });
}
