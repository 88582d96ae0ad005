import {expect} from '@open-wc/testing';
import {DARK_PALETTE, LIGHT_PALETTE} from '../../src/charting/palette.js';
import {contrast, distance, visions} from './color-vision.js';

for (const [name, palette, grounds] of [
  ['LIGHT_PALETTE', LIGHT_PALETTE, ['#ffffff']],
  ['DARK_PALETTE', DARK_PALETTE, ['#000000', '#16181d', '#1e1e24']],
] as const) {
  describe(name, () => {
    const pairs = palette.flatMap((left, at) =>
      palette.slice(at + 1).map((right, after) => ({left, right, last: at + 1 + after})),
    );

    it('has eight colours', () => {
      expect(new Set(palette)).to.have.property('size', 8);
    });

    for (const ground of grounds) {
      it(`is at least 3:1 on ${ground}`, () => {
        const lowest = Math.min(...palette.map((color) => contrast(color, ground)));
        expect(lowest).to.be.at.least(3);
      });
    }

    for (const vision of visions) {
      it(`stays apart with ${vision} vision`, () => {
        const closest = Math.min(...pairs.map(({left, right}) => distance(left, right, vision)));
        expect(closest).to.be.at.least(0.07);
      });

      it(`has first three colours far apart with ${vision} vision`, () => {
        const first = pairs.filter(({last}) => last < 3);
        const closest = Math.min(...first.map(({left, right}) => distance(left, right, vision)));
        expect(closest).to.be.at.least(0.11);
      });
    }
  });
}
