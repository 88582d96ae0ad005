import {expect} from '@open-wc/testing';
import {mountChart} from '../support/chart-harness.js';
import {allIn} from '../support/html-drawing.js';

describe('what a drawing in HTML says of itself', () => {
  const data = [
    {page: '/', visits: 30},
    {page: '/docs', visits: 20},
    {page: '/blog', visits: null},
    {page: '/price', visits: 5},
  ];
  for (const [type, locale, label] of [
    [
      'bar-list',
      'en',
      'Pages. Bar list over 4 categories. Visits: highest 30 (/), lowest 5 (/price).',
    ],
    ['pie', 'en', 'Pages. Pie chart over 4 categories. Visits: highest 30 (/), lowest 5 (/price).'],
    [
      'donut',
      'de',
      'Pages. Ringdiagramm über 4 Kategorien. Visits: Höchstwert 30 (/), Tiefstwert 5 (/price).',
    ],
    [
      'funnel',
      'fr',
      'Pages. Entonnoir sur 4 catégories. Visits : maximum 30 (/), minimum 5 (/price).',
    ],
  ] as const) {
    it(`is kind, size and extremes for a ${type}, in ${locale}`, async () => {
      const chart = await mountChart({data, type, locale, heading: 'Pages'});
      await chart.reaches('ready');

      expect(allIn(chart, '[role=region]')[0]?.getAttribute('aria-label')).to.equal(label);
    });
  }
});
