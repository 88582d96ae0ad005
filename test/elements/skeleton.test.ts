import {expect} from '@open-wc/testing';
import type {ChartType} from '../../src/elements/chart-settings.js';
import {mountChart} from '../support/chart-harness.js';

const KINDS = [
  'area',
  'line',
  'bar',
  'bar-list',
  'pie',
  'donut',
  'metric',
  'table',
  'heatmap',
  'funnel',
  'scatter',
] as const;

const NEVER = () => new Promise<string>(() => undefined);

async function waiting(type: ChartType) {
  const chart = await mountChart({type, pipe: 'a', loading: 'eager', getToken: NEVER});
  const skeleton = chart.part('skeleton');
  return {look: getComputedStyle(skeleton), light: getComputedStyle(skeleton, '::after')};
}

describe('a skeleton', () => {
  it('has another shape for each kind', async () => {
    const shapes = new Set<string>();
    for (const kind of KINDS) {
      const {look} = await waiting(kind);
      shapes.add(`${look.clipPath} ${look.maskImage} ${look.maskSize}`);
    }

    expect(shapes.size).to.equal(KINDS.length);
  });

  it('shimmers', async () => {
    const {animationName, animationDelay} = (await waiting('line')).light;

    expect([animationName, animationDelay]).to.deep.equal(['shimmer', '0s']);
  });

  it('stays still for a second where the page has more than eight charts', async () => {
    const delays: string[] = [];
    for (let count = 1; count <= 9; count += 1)
      delays.push((await waiting('line')).light.animationDelay);

    expect(delays).to.deep.equal([...Array<string>(8).fill('0s'), '1s']);
  });
});
