import {expect} from '@open-wc/testing';
import {luminance, toRgba} from '../../src/charting/css-color.js';
import {heatRamp} from '../../src/charting/heat-ramp.js';
import {DARK_PALETTE, LIGHT_PALETTE} from '../../src/charting/palette.js';
import {lightTheme} from './chart-inputs.js';

const darkTheme = {
  ...lightTheme,
  text: '#f4f4f5',
  background: '#16181d',
  palette: DARK_PALETTE,
};

function contrast(left: string, right: string): number {
  const [low = 0, high = 0] = [left, right].map((color) => luminance(toRgba(color))).sort();
  return (high + 0.05) / (low + 0.05);
}

const SHARES = Array.from({length: 21}, (_, at) => at / 20);

describe('heatRamp', () => {
  it('tells all shares apart in the colour of the text', () => {
    const ramp = heatRamp(lightTheme, lightTheme.text);

    expect(new Set(SHARES.map((share) => ramp(share).fill)).size).to.equal(SHARES.length);
  });

  for (const [name, theme, palette] of [
    ['light', lightTheme, LIGHT_PALETTE],
    ['dark', darkTheme, DARK_PALETTE],
  ] as const) {
    for (const color of palette) {
      const ramp = heatRamp(theme, color);

      it(`sets the ends of ${color} on ${name} ground 3:1 apart`, () => {
        expect(contrast(ramp(0).fill, ramp(1).fill)).to.be.at.least(3);
      });

      it(`goes away from ${name} ground with every step of ${color}`, () => {
        const distances = SHARES.map((share) => contrast(ramp(share).fill, theme.background));

        expect(distances).to.deep.equal([...distances].sort((left, right) => left - right));
      });

      it(`writes numbers on ${color} on ${name} ground at 4.5:1`, () => {
        const lowest = Math.min(
          ...SHARES.map((share) => contrast(ramp(share).fill, ramp(share).ink)),
        );

        expect(lowest).to.be.at.least(4.5);
      });
    }
  }
});
