import {expect} from '@open-wc/testing';
import {readReferences} from '../../src/elements/read-references.js';
import {mountChart} from '../support/chart-harness.js';
import {daily} from '../support/query-chart.js';
import {until} from '../support/until.js';

const rows = daily({visits: [10, 20, 40], orders: [1, 0, 3]});

const onTwoScales = (columns: Parameters<typeof daily>[0]) => ({
  ...daily(columns),
  locale: 'en',
  attributes: {type: 'line', columns: '{"orders": {"axis": "right"}}'},
});

describe('settings of drawings', () => {
  for (const [attributes, said] of [
    [{'y-scale': 'cubic'}, 'y-scale'],
    [{'y-scale': 'log', stacked: ''}, 'stacked'],
    [{'y-min': 'low'}, 'y-min'],
    [{'y-min': '5', 'y-max': '5'}, 'y-max'],
    [{'y-scale': 'log', 'y-min': '0'}, 'y-min'],
    [{columns: '{"visits": {"type": "pie"}}'}, 'type'],
    [{columns: '{"visits": {"axis": "top"}}'}, 'axis'],
    [{reference: '[{"y": "high"}]'}, 'entry 1'],
    [{reference: '[{'}, 'not valid JSON'],
    [{compare: '[1'}, 'compare'],
  ] as const) {
    it(`${JSON.stringify(attributes)} is a state that names the mistake`, async () => {
      const chart = await mountChart({...rows, attributes: {type: 'line', ...attributes}});
      await chart.reaches('error');

      expect(chart.element.error?.code).to.equal('misconfigured');
      expect(chart.detail).to.contain(said);
    });
  }

  for (const [attributes, said] of [
    [{reference: '{"y": 30, "label": "Target"}'}, 'Marked: Target: 30.'],
    [{'y-scale': 'log'}, 'The scale is logarithmic. Not drawn, because zero or less: 1.'],
    [{stacked: 'percent'}, 'Shown as shares of the sum.'],
    [
      {columns: '{"orders": {"axis": "right", "type": "bar"}}'},
      'On the scale to the right: Orders.',
    ],
  ] as const) {
    it(`${JSON.stringify(attributes)} is told in the summary`, async () => {
      const chart = await mountChart({
        ...rows,
        locale: 'en',
        attributes: {type: 'line', ...attributes},
      });
      await chart.isDrawn();

      expect(chart.plotLabel).to.contain(said);
    });
  }

  for (const [setUp, isTold] of [
    [{type: 'line', ...daily({visits: [90, 100]})}, true],
    [{type: 'line', ...daily({visits: [10, 100]})}, false],
    [{type: 'bar', ...daily({visits: [90, 100]})}, false],
    [{type: 'bar', ...daily({visits: [90, 100]}), attributes: {'y-min': '50'}}, true],
    [{type: 'area', ...daily({visits: [90, 100]}), attributes: {'y-min': '1'}}, false],
    [{type: 'line', ...daily({visits: [90, 100]}), attributes: {'y-min': '0'}}, false],
    [{type: 'line', ...daily({visits: [90, 100]}), attributes: {'y-scale': 'log'}}, false],
  ] as const) {
    it(`${JSON.stringify(setUp.data)} as ${setUp.type} ${isTold ? 'tells' : 'does not tell'} of a truncated scale`, async () => {
      const chart = await mountChart({locale: 'en', ...setUp});
      await chart.isDrawn();

      const note = isTold ? 'The scale does not begin at zero.' : '';
      expect(chart.scaleNote).to.equal(note);
      expect(chart.plotLabel.includes('does not begin at zero')).to.equal(isTold);
    });
  }

  for (const [orders, said] of [
    [[70, 71], 'Neither scale begins at zero.'],
    [[1, 71], 'The scale does not begin at zero.'],
  ] as const) {
    it(`a second scale for ${orders.join(', ')} beside one that is truncated: ${said}`, async () => {
      const chart = await mountChart(onTwoScales({visits: [90, 100], orders}));
      await chart.isDrawn();

      expect(chart.scaleNote).to.equal(said);
      expect(chart.plotLabel).to.contain(said);
    });
  }

  it('of a scale to the right that alone is truncated it is told above that scale', async () => {
    const chart = await mountChart(onTwoScales({visits: [0, 100], orders: [90, 100]}));
    await chart.isDrawn();

    const said = 'The scale to the right does not begin at zero.';
    expect(chart.scaleNote).to.equal(said);
    expect(chart.plotLabel).to.contain(said);
    const [note, plot] = [chart.scaleNoteBox, chart.canvas.getBoundingClientRect()];
    expect(note.right).to.be.closeTo(plot.right, 1);
    expect(note.left).to.be.greaterThan(plot.left + plot.width / 3);
  });

  it('a scale is told to be truncated once a series is hidden that began at zero', async () => {
    const chart = await mountChart({type: 'line', ...daily({visits: [90, 99], orders: [0, 3]})});
    await chart.isDrawn();
    expect(chart.scaleNote).to.equal('');
    await chart.presses('Orders');
    await until(
      () => chart.scaleNote !== '',
      () => 'the note',
    );

    expect(chart.plotLabel).to.contain('does not begin at zero');
  });

  it('a logarithmic scale of nothing above zero is an error that says so', async () => {
    const chart = await mountChart({
      ...daily({loss: [-1, 0, -3]}),
      attributes: {type: 'line', 'y-scale': 'log'},
    });
    await chart.reaches('error');

    expect(chart.detail).to.contain('nothing above');
  });

  it('earlier values stand in the legend without being asked for', async () => {
    const chart = await mountChart({
      ...daily({visits: [1, 2], previous_visits: [3, 4]}),
      type: 'line',
    });
    await chart.isDrawn();

    expect(Object.keys(chart.legend)).to.deep.equal(['Visits', 'Previous visits']);
  });

  it('a scatter takes two numbers', async () => {
    const data = [
      {weight: 3, height: 9},
      {weight: 1, height: 7},
      {weight: 2, height: 8},
    ];
    const chart = await mountChart({data, type: 'scatter', locale: 'en', heading: 'Animals'});
    await chart.isDrawn();
    expect(chart.plotLabel).to.contain('Scatter chart, 3 points. Weight: 1 to 3.');
    await expect(chart.element).to.be.accessible();

    const other = await mountChart({data: [{weight: 3}], type: 'scatter'});
    await other.reaches('error');
    expect(other.detail).to.contain('two number columns');
  });
});

describe('readReferences', () => {
  it('takes one reference or a list', () => {
    expect(readReferences({y: 1})).to.deep.equal([{y: 1}]);
    expect(readReferences([{y: 1}, {x: 'a'}])).to.deep.equal([{y: 1}, {x: 'a'}]);
    expect(readReferences(null)).to.deep.equal([]);
  });

  for (const wrong of [
    [1],
    [{}],
    [{from: 1}],
    [{y: [1]}],
    [{x: {}}],
    [{x: ['a', 'b', 'c']}],
    [{y: 1, label: 7}],
    [{y: 1, color: 'red;background:url(x)'}],
  ]) {
    it(`refuses ${JSON.stringify(wrong)}`, () => {
      expect(() => readReferences(wrong)).to.throw('Attribute reference, entry 1');
    });
  }
});
