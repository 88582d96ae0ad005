import {expect} from '@open-wc/testing';
import {buildDatasets} from '../../src/charting/datasets.js';
import {hatch} from '../../src/charting/hatch.js';
import {planLayout} from '../../src/charting/layout.js';
import {DARK_PALETTE, DASHES, LIGHT_PALETTE} from '../../src/charting/palette.js';
import {assignLooks} from '../../src/charting/series-look.js';
import type {ChartTheme} from '../../src/charting/theme.js';
import {chartInput} from './chart-inputs.js';
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

const FORCED = {palette: ['#000000', '#0000ee', '#6d6d6d', '#3367d1'], hasPatterns: true};

/** Looks and fills of this many series. */
function drawn(count: number, theme: Partial<ChartTheme>, kind: 'line' | 'bar', stacked = false) {
  const series = Object.fromEntries(Array.from({length: count}, (_, at) => [`s${at}`, [1, 2]]));
  const input = chartInput({kind, series, theme, flags: {stacked}});
  const size = {width: 600, height: 300};
  const layout = planLayout(input, size);
  const looks = assignLooks(input.set.series, input.theme, null, new Map());
  const datasets = buildDatasets(input, layout, looks, size);
  return {looks, fills: datasets.map(({backgroundColor}) => backgroundColor)};
}

/** What a reader without its name can tell a series by. */
const signs = (count: number, theme: Partial<ChartTheme>) =>
  drawn(count, theme, 'line').looks.map(({color, dash}) => `${color} ${dash.join('-')}`);

describe('series beyond the colours', () => {
  it('have lines that no other has, by colour and dash, up to 48', () => {
    expect(new Set(signs(48, {}))).to.have.property('size', 48);
  });

  it('have such lines in forced colours, up to 24', () => {
    expect(new Set(signs(24, FORCED))).to.have.property('size', 24);
  });

  it('keep the first eight solid, and then take one dash after the other', () => {
    const {looks} = drawn(12, {}, 'line');
    expect(looks.slice(0, 8).every(({dash}) => dash.length === 0)).to.equal(true);
    expect(looks.slice(8).every(({dash}) => dash === DASHES[1])).to.equal(true);
  });

  for (const stacked of [false, true]) {
    it(`have striped bars${stacked ? ' in stacks' : ''}, the first eight plain ones`, () => {
      const {fills} = drawn(12, {}, 'bar', stacked);
      expect(fills.slice(0, 8)).to.deep.equal(LIGHT_PALETTE);
      expect(fills.slice(8).every((fill) => fill instanceof CanvasPattern)).to.equal(true);
    });
  }

  it('have stripes of other kinds for one colour, through which the ground is seen', () => {
    const kinds = [1, 2, 3, 4, 5].map((place) => {
      const canvas = new OffscreenCanvas(60, 60);
      const context = canvas.getContext('2d')!;
      context.fillStyle = hatch('#000000', place);
      context.fillRect(0, 0, 60, 60);
      const {data} = context.getImageData(0, 0, 60, 60);
      const inked = Array.from({length: 3600}, (_, at) => (data[at * 4 + 3] ?? 0) > 128);
      const share = inked.filter(Boolean).length / 3600;
      expect(share, `${place}`).to.be.within(0.5, 0.95);
      return inked.join('');
    });
    expect(new Set(kinds)).to.have.property('size', 5);
  });
});
