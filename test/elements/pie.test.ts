import {expect} from '@open-wc/testing';
import type {ChartSelectEvent} from '../../src/elements/events.js';
import {type ChartHarness, type ChartSetUp, mountChart} from '../support/chart-harness.js';
import {allIn, entriesOf} from '../support/html-drawing.js';

const DEVICES = [
  {device: 'Phone', visits: 30},
  {device: 'Desktop', visits: 60},
  {device: 'Tablet', visits: 10},
];

async function drawn(setUp: ChartSetUp): Promise<ChartHarness> {
  const chart = await mountChart({locale: 'en', heading: 'Devices', data: DEVICES, ...setUp});
  await chart.reaches('ready');
  return chart;
}

for (const type of ['pie', 'donut'] as const) {
  describe(`type="${type}"`, () => {
    it('lists labels, numbers and shares, the largest first', async () => {
      const chart = await drawn({type});

      expect(entriesOf(chart, 'slices')).to.deep.equal([
        'Desktop 60 60%',
        'Phone 30 30%',
        'Tablet 10 10%',
      ]);
      expect(allIn(chart, `[part=${type}] path`).length).to.equal(3);
    });

    it('shortens numbers that would leave names no room, and has all digits to the pointer', async () => {
      const data = [
        {country: 'Switzerland', value: 123_456_789_012_345},
        {country: 'Germany', value: 98_765_432},
      ];
      const chart = await drawn({type, data, style: 'inline-size:440px'});
      const name = allIn(chart, '.slices .name')[0]!;

      expect(entriesOf(chart, 'slices')[0]).to.contain('Switzerland 123T');
      expect(allIn(chart, '.slices .value')[0]?.title).to.equal('123,456,789,012,345');
      expect(name.scrollWidth).to.be.at.most(name.clientWidth);
    });

    it('gathers what is beyond six slices, in the end', async () => {
      const data = Array.from({length: 40}, (_, at) => ({page: `p${at}`, views: 40 - at}));
      const chart = await drawn({type, data});

      expect(entriesOf(chart, 'slices').length).to.equal(7);
      expect(entriesOf(chart, 'slices').at(-1)).to.equal('Other 595 72.6%');
    });

    it('gathers earlier when told to', async () => {
      const chart = await drawn({type, top: 1});

      expect(entriesOf(chart, 'slices')).to.deep.equal(['Desktop 60 60%', 'Other 40 40%']);
    });

    it('names each slice to the pointer', async () => {
      const titles = allIn(await drawn({type}), 'path title').map(({textContent}) => textContent);

      expect(titles[0]).to.equal('Desktop: 60 (60%)');
    });

    it('gives every slice a colour of its own', async () => {
      const fills = allIn(await drawn({type}), `[part=${type}] path`).map((slice) =>
        slice.getAttribute('fill'),
      );

      expect(new Set(fills).size).to.equal(3);
    });

    it('reports the slice that is clicked', async () => {
      const chart = await drawn({type});
      const events: ChartSelectEvent[] = [];
      chart.element.addEventListener('tinybird-chart-select', (event) => events.push(event));

      allIn(chart, `[part=${type}] path`)[1]?.dispatchEvent(
        new MouseEvent('click', {bubbles: true}),
      );

      expect(events[0]).to.deep.include({index: 'Phone', value: 30, row: DEVICES[0]});
    });

    it('refuses negative numbers', async () => {
      const chart = await mountChart({type, data: [{device: 'Phone', visits: -1}]});
      await chart.reaches('error');

      expect(chart.detail).to.contain('"visits" is negative for "Phone"');
    });

    it('draws no slice of zeros', async () => {
      const data = DEVICES.map(({device}) => ({device, visits: 0}));
      const chart = await drawn({type, data});

      expect(allIn(chart, `[part=${type}] path`).length).to.equal(0);
      expect(entriesOf(chart, 'slices')[0]).to.equal('Phone 0');
    });

    it('keeps its list for screen readers without a legend', async () => {
      const chart = await drawn({type, noLegend: true});

      expect(chart.part('slices').getBoundingClientRect().width).to.equal(1);
      expect(entriesOf(chart, 'slices').length).to.equal(3);
    });

    it('is accessible', async () => {
      await expect((await drawn({type})).element).to.be.accessible();
    });
  });
}

describe('the middle of a donut', () => {
  it('says the whole', async () => {
    expect(allIn(await drawn({type: 'donut'}), 'text')[0]?.textContent).to.equal('100');
  });
});
