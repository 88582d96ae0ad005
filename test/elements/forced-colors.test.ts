import {expect, fixture} from '@open-wc/testing';
import {emulateMedia} from '@web/test-runner-commands';
import {toRgba} from '../../src/charting/css-color.js';
import {mountChart} from '../support/chart-harness.js';
import {readableText} from '../support/readable-text.js';
import {drawings, goOffline, states} from '../support/scenes.js';

describe('in forced colours', () => {
  before(() => emulateMedia({forcedColors: 'active'}));
  after(() => emulateMedia({forcedColors: 'none'}));
  afterEach(() => goOffline(false));

  for (const [name, mount] of Object.entries({...drawings, ...states})) {
    it(`${name}: text stands out, and every button has an edge or a sign`, async () => {
      const chart = await mount({}, await fixture('<div></div>'));
      const texts = readableText(chart.element.shadowRoot!, await colorOf('Canvas'));

      const pale = texts.filter(({contrast}) => contrast < 4.5);
      expect(pale.map(({text, contrast}) => `${text} ${contrast}`)).to.deep.equal([]);
      const empty = chart.targets.filter(
        (target) =>
          target.textContent.trim() === '' &&
          !target.querySelector('svg') &&
          getComputedStyle(target).borderStyle === 'none',
      );
      expect(empty).to.deep.equal([]);
      const [red, green, blue] = toRgba(await colorOf('Canvas'));
      const edges = chart.targets
        .map((target) => getComputedStyle(target))
        .filter(({borderStyle}) => borderStyle !== 'none')
        .map(({borderColor}) => borderColor);
      expect(edges.map(toRgba)).not.to.deep.include([red, green, blue, 1]);
      expect(edges.filter((edge) => toRgba(edge)[3] < 1)).to.deep.equal([]);
    });
  }

  it('a skeleton is seen', async () => {
    const getToken = () => new Promise<string>(() => undefined);
    const chart = await mountChart({type: 'bar', pipe: 'a', loading: 'eager', getToken});
    const [, , , opacity] = toRgba(getComputedStyle(chart.part('skeleton')).backgroundColor);

    expect(opacity).to.equal(1);
  });

  it('so is one of a tag whose script has not arrived', async () => {
    const sheet = new URL('../../src/skeleton.css', import.meta.url).href;
    const frame = document.createElement('iframe');
    frame.srcdoc = `<link rel="stylesheet" href="${sheet}" /><tinybird-chart></tinybird-chart>`;
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    (await fixture('<div></div>')).append(frame);
    await loaded;

    const tag = frame.contentDocument!.querySelector('tinybird-chart')!;
    const {color} = frame.contentWindow!.getComputedStyle(tag, '::after');
    expect(color).to.equal(await colorOf('GrayText'));
  });
});

/** Not of a canvas, which has no preferences of its own in Firefox. */
async function colorOf(name: string): Promise<string> {
  const style = `forced-color-adjust: none; color: ${name}`;
  return getComputedStyle(await fixture(`<p style="${style}"></p>`)).color;
}
