import {expect, fixture, html} from '@open-wc/testing';
import {emulateMedia} from '@web/test-runner-commands';
import {luminance, toRgba} from '../../src/charting/css-color.js';
import {LIGHT_PALETTE} from '../../src/charting/palette.js';
import {readTheme} from '../../src/charting/theme.js';
import {contrast} from './color-vision.js';

async function host(style: string): Promise<HTMLElement> {
  return fixture<HTMLElement>(html`<div style=${style}></div>`);
}

describe('readTheme, for what a visitor prefers and for paper', () => {
  afterEach(async () => {
    await emulateMedia({
      media: 'screen',
      colorScheme: 'light',
      reducedMotion: 'no-preference',
      forcedColors: 'none',
    });
  });

  for (const [style, scheme] of [
    ['color-scheme: light', 'light'],
    ['color-scheme: light dark', 'dark'],
    ['color-scheme: normal; color: #222', 'light'],
    ['color-scheme: normal', 'light'],
  ] as const) {
    it(`is ${scheme} under "${style}" for a visitor who prefers dark`, async () => {
      await emulateMedia({colorScheme: 'dark'});
      expect(readTheme(await host(style)).scheme).to.equal(scheme);
    });
  }

  it('is light on paper, with colours of series but no other of the page', async () => {
    await emulateMedia({media: 'print'});
    const style =
      'color-scheme: dark; color: #eee; --tinybird-chart-text-color: #eee;' +
      '--tinybird-chart-grid-color: #333; --tinybird-chart-axis-text-color: #ddd;' +
      '--tinybird-chart-background: #000; --tinybird-chart-color-2: light-dark(#012345, #fff)';
    const theme = readTheme(await host(style), 'dark');
    const {scheme, palette} = theme;
    expect([scheme, palette[0], palette[1]]).to.deep.equal([
      'light',
      LIGHT_PALETTE[0],
      'rgb(1, 35, 69)',
    ]);
    for (const color of [theme.text, theme.muted])
      expect(contrast(color, theme.background)).to.be.above(4.5);
    expect(luminance(toRgba(theme.background))).to.equal(1);
  });

  it('follows reduced motion', async () => {
    await emulateMedia({reducedMotion: 'reduce'});
    expect(readTheme(await host('')).reducedMotion).to.equal(true);
  });

  it('draws with system colours and patterns when colours are forced', async () => {
    await emulateMedia({forcedColors: 'active'});
    const theme = readTheme(await host('--tinybird-chart-color-1: red'));
    expect([theme.hasPatterns, theme.palette.length]).to.deep.equal([true, 4]);
    expect(theme.palette[0]).to.equal(theme.text);
  });
});
