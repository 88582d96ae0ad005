import {expect, fixture, html} from '@open-wc/testing';
import {luminance, toRgba, withOpacity} from '../../src/charting/css-color.js';
import {contrast} from './color-vision.js';
import {mergeOptions} from '../../src/charting/merge-options.js';
import {DARK_PALETTE, LIGHT_PALETTE} from '../../src/charting/palette.js';
import {readTheme} from '../../src/charting/theme.js';

async function host(style: string): Promise<HTMLElement> {
  return fixture<HTMLElement>(html`<div style=${style}></div>`);
}

describe('readTheme', () => {
  for (const [style, scheme] of [
    ['color-scheme: dark', 'dark'],
    ['color-scheme: only dark', 'dark'],
    ['color-scheme: light dark', 'light'],
    ['color-scheme: normal; color: #eee', 'dark'],
  ] as const) {
    it(`is ${scheme} under "${style}" for a visitor who prefers light`, async () => {
      expect(readTheme(await host(style)).scheme).to.equal(scheme);
    });
  }

  it('is what the author says', async () => {
    const theme = readTheme(await host('color-scheme: light'), 'dark');
    expect([theme.scheme, theme.palette]).to.deep.equal(['dark', DARK_PALETTE]);
  });

  it('has a palette for each scheme', async () => {
    expect(readTheme(await host('color-scheme: light')).palette).to.deep.equal(LIGHT_PALETTE);
  });

  it('takes colours from custom properties, one by one', async () => {
    const theme = readTheme(await host('--tinybird-chart-color-2: rebeccapurple'));
    expect(theme.palette).to.deep.equal(LIGHT_PALETTE.with(1, 'rebeccapurple'));
  });

  it('knows in which direction the page around is read', async () => {
    expect(readTheme(await host('direction: rtl')).isRightToLeft).to.equal(true);
    expect(readTheme(await host('direction: ltr')).isRightToLeft).to.equal(false);
  });

  it('resolves what a canvas cannot', async () => {
    const style =
      '--accent: rgb(1, 2, 3); color: rgb(4, 5, 6); color-scheme: dark;' +
      '--tinybird-chart-color-1: var(--accent); --tinybird-chart-grid-color: currentcolor;' +
      '--tinybird-chart-axis-color: light-dark(rgb(0, 0, 0), rgb(7, 8, 9))';
    const {palette, grid, axis} = readTheme(await host(style));
    expect([palette[0], grid, axis]).to.deep.equal([
      'rgb(1, 2, 3)',
      'rgb(4, 5, 6)',
      'rgb(7, 8, 9)',
    ]);
  });

  it('leaves nothing behind in the element', async () => {
    const element = await host('--tinybird-chart-grid-color: currentcolor');
    readTheme(element);
    expect(element.childElementCount).to.equal(0);
  });

  for (const [size, px] of [
    ['16px', 16],
    ['1.5rem', 24],
    ['1.5em', 30],
    ['8px', 12],
    ['huge', 15],
    ['', 15],
  ] as const) {
    it(`reads a font size of "${size}" in text of 20 px as ${px} px`, async () => {
      const style = `font-size: 20px; --tinybird-chart-font-size: ${size}`;
      expect(readTheme(await host(style)).fontSize).to.equal(px);
    });
  }

  for (const [theme, grounds] of [
    ['light', ['#ffffff', '#f7f8fa']],
    ['dark', ['#000000', '#16181d', '#1e1e24']],
  ] as const) {
    for (const ground of grounds) {
      it(`writes on a ${theme} canvas with at least 4.5:1 on ${ground}`, async () => {
        const {text, muted} = readTheme(await host(''), theme);
        expect(contrast(text, ground)).to.be.at.least(4.5);
        expect(contrast(muted, ground)).to.be.at.least(4.5);
      });
    }
  }
});

describe('toRgba', () => {
  for (const [color, rgba] of [
    ['#336699', [51, 102, 153, 1]],
    ['rgb(0 0 0 / 0)', [0, 0, 0, 0]],
    ['oklch(1 0 0)', [255, 255, 255, 1]],
    ['color-mix(in srgb, red, blue)', [128, 0, 128, 1]],
    ['nonsense', [0, 0, 0, 1]],
  ] as const) {
    it(`reads ${color}`, () => {
      expect(toRgba(color)).to.deep.equal(rgba);
    });
  }

  it('thins a colour out', () => {
    expect(withOpacity('#ff0000', 0.25)).to.equal('rgba(255, 0, 0, 0.25)');
  });

  it('knows how bright colours are', () => {
    expect([luminance(toRgba('#fff')), luminance(toRgba('#000'))]).to.deep.equal([1, 0]);
  });
});

describe('mergeOptions', () => {
  it('merges at every depth and changes neither side', () => {
    const base = {a: {b: 1, c: [1]}, d: 1};
    const extra = {a: {c: [2]}, e: 2};
    expect(mergeOptions(base, extra)).to.deep.equal({a: {b: 1, c: [2]}, d: 1, e: 2});
    expect([base, extra]).to.deep.equal([
      {a: {b: 1, c: [1]}, d: 1},
      {a: {c: [2]}, e: 2},
    ]);
  });

  it('cannot reach a prototype', () => {
    const extra: object = JSON.parse(
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
    );
    const merged = mergeOptions({a: {}}, {a: extra});
    expect(({} as {polluted?: number}).polluted).to.equal(undefined);
    expect(Object.keys(merged.a)).to.deep.equal([]);
  });

  it('takes functions and class instances as they are', () => {
    const [callback, date] = [() => 1, new Date(0)];
    expect(mergeOptions({}, {callback, date})).to.deep.equal({callback, date});
  });
});
