import {expect, fixture, html} from '@open-wc/testing';
import {ChartView} from '../../src/charting/chart-view.js';
import {registerFilledParts} from '../../src/charting/filled-parts.js';
import {chartInput} from './chart-inputs.js';

before(registerFilledParts);

/** Texts that a bar chart of these labels writes, in order. */
async function writtenTexts(labels: readonly string[], isRightToLeft: boolean): Promise<string[]> {
  const canvas = await fixture<HTMLCanvasElement>(html`<canvas></canvas>`);
  const texts: string[] = [];
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  context.fillText = (text) => texts.push(text);
  const view = new ChartView(canvas);
  view.resize(400, 200);
  view.update(chartInput({kind: 'bar', labels, flags: {animate: false}, theme: {isRightToLeft}}));
  view.clear();
  return texts;
}

describe('labels of axes', () => {
  it('keep their own direction where the page is read from right to left', async () => {
    const plain = await writtenTexts(['/docs/a', '/docs/b'], false);
    expect(plain).to.include.members(['/docs/a', '/docs/b', '0']);

    const turned = await writtenTexts(['/docs/a', '/docs/b'], true);
    expect(turned).to.have.members(plain.map((text) => `\u2068${text}\u2069`));
  });

  for (const fontSize of [12, 13, 14.5])
    it(`of ${fontSize} px leave the drawing an area of whole pixels`, async () => {
      const view = new ChartView(await fixture<HTMLCanvasElement>(html`<canvas></canvas>`));
      view.resize(400, 200);
      const shapes = [
        {kind: 'line', values: [101, 103, 102]},
        {kind: 'line', series: {Nord: [1.25e6, 3e6], Süd: [2e6, 5e5]}},
        {kind: 'area', values: Array.from({length: 90}, (_, at) => at / 7)},
        {kind: 'bar', labels: ['a', 'A long name of a page', 'iiiii'], values: [7, 11_111, 8]},
      ] as const;

      const edges = shapes.flatMap((shape) => {
        view.update(chartInput({...shape, flags: {animate: false}, theme: {fontSize}}));
        return Object.values(view.geometry?.area ?? {left: NaN});
      });

      expect(edges.filter((edge) => !Number.isInteger(edge))).to.deep.equal([]);
      view.clear();
    });
});
