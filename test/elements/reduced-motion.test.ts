import {expect} from '@open-wc/testing';
import {emulateMedia} from '@web/test-runner-commands';
import {GLIDE} from '../../src/elements/end-glides.js';
import {mountChart} from '../support/chart-harness.js';

const CELLS = [
  {weekday: 'Mon', hour: 8, events: 40},
  {weekday: 'Tue', hour: 8, events: 10},
];
const PAGES = [
  {page: '/a', views: 100},
  {page: '/b', views: 60},
];

describe('under reduced motion', () => {
  before(() => emulateMedia({reducedMotion: 'reduce'}));
  after(() => emulateMedia({reducedMotion: 'no-preference'}));

  it('a skeleton stands still', async () => {
    const getToken = () => new Promise<string>(() => undefined);
    const chart = await mountChart({type: 'line', pipe: 'a', loading: 'eager', getToken});

    expect(getComputedStyle(chart.part('skeleton'), '::after').content).to.equal('none');
  });

  for (const [type, data] of [
    ['bar-list', PAGES],
    ['funnel', PAGES],
    ['pie', PAGES],
    ['donut', PAGES],
    ['heatmap', CELLS],
    ['metric', PAGES.slice(0, 1)],
  ] as const) {
    it(`new rows are there at once in a ${type}`, async () => {
      const chart = await mountChart({type, data, locale: 'en', noAnimation: false});
      await chart.reaches('ready');

      chart.element.data = data.map((row) =>
        'views' in row ? {...row, views: 7} : {...row, events: 7},
      );
      await chart.element.updateComplete;

      const animations = chart.part('base').getAnimations({subtree: true});
      expect(animations.filter(({id}) => id === GLIDE)).to.deep.equal([]);
    });
  }
});
