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
});
