import {expect} from '@open-wc/testing';
import {Chart} from 'chart.js';
import {buildChartConfig} from '../../src/charting/chart-config.js';
import {registerFilledParts} from '../../src/charting/filled-parts.js';
import {planLayout} from '../../src/charting/layout.js';
import {registerParts} from '../../src/charting/register-parts.js';
import {assignLooks} from '../../src/charting/series-look.js';
import {chartInput, type ChartInputOptions} from './chart-inputs.js';

const SIZE = {width: 600, height: 300};

function configure(options: ChartInputOptions, size = SIZE) {
  const input = chartInput(options);
  const layout = planLayout(input, size);
  const looks = assignLooks(input.set.series, input.theme, null, new Map());
  const config = buildChartConfig(input, layout, looks, size);
  return {input, layout, config, datasets: config.data.datasets};
}

describe('buildChartConfig', () => {
  it('gives Chart.js points that need no parsing', () => {
    const {datasets} = configure({kind: 'line', values: [1, 2, 3]});
    expect(datasets[0]).to.include({
      type: 'line',
      parsing: false,
      normalized: true,
      pointRadius: 0,
    });
    expect(datasets[0]?.data.map(({y}) => y)).to.deep.equal([1, 2, 3]);
  });

  it('gives 100,000 values as at most four points a pixel', () => {
    const values = Array.from({length: 100_000}, (_, at) => Math.sin(at) * at);
    const {datasets} = configure({kind: 'line', values, stepMs: 60_000});
    expect(datasets[0]?.data.length)
      .to.be.below(4 * 601)
      .and.above(1000);
  });

  it('reduces stacked series at the same places', () => {
    const noise = Array.from({length: 10_000}, (_, at) => (at * 7919) % 101);
    const {datasets} = configure({
      kind: 'area',
      series: {a: noise, b: [...noise].reverse()},
      stepMs: 60_000,
      flags: {stacked: true},
    });
    const [first, second] = datasets.map(({data}) => data.map(({x}) => x));
    expect(first).to.deep.equal(second);
    expect(first?.length).to.be.below(4 * 601);
  });

  it('leaves the data of the series alone', () => {
    const {input, datasets} = configure({kind: 'line', values: [1, 2, 3]});
    datasets[0]?.data.splice(0);
    expect([...(input.set.series[0]?.values ?? [])]).to.deep.equal([1, 2, 3]);
  });

  for (const [kind, stacked, fills] of [
    ['line', false, [undefined, undefined]],
    ['area', false, ['origin', 'origin']],
    ['area', true, ['origin', '-1']],
  ] as const) {
    it(`fills ${stacked ? 'stacked ' : ''}${kind} with ${fills.join()}`, () => {
      const series = {a: [1, 2], b: [3, 4]};
      const {datasets} = configure({kind, series, flags: {stacked}});
      expect(
        datasets.map((dataset) => ('fill' in dataset ? dataset.fill : undefined)),
      ).to.deep.equal(fills);
    });
  }

  for (const [name, options, isHorizontal] of [
    ['labels that fit', {labels: ['a', 'b', 'c']}, false],
    ['labels that do not', {labels: ['x'.repeat(50), 'y'.repeat(50)]}, true],
    ['a wish for upright bars', {labels: ['x'.repeat(50), 'y'], flags: {horizontal: false}}, false],
    ['a wish for lying bars', {labels: ['a', 'b'], flags: {horizontal: true}}, true],
    ['times', {values: [1, 2, 3]}, false],
  ] as const) {
    it(`draws bars ${isHorizontal ? 'lying' : 'upright'} for ${name}`, () => {
      const {config} = configure({kind: 'bar', ...options});
      expect(config.options?.indexAxis).to.equal(isHorizontal ? 'y' : 'x');
    });
  }

  it('draws more bars than pixels as an area', () => {
    const values = Array.from({length: 2000}, () => 1);
    expect(configure({kind: 'bar', values, stepMs: 60_000}).layout.kind).to.equal('area');
  });

  for (const [name, count, flags, kind] of [
    ['thin bars side by side as lines', 12, {}, 'line'],
    ['thick ones as bars', 3, {}, 'bar'],
    ['a stack of as many as bars', 12, {stacked: true}, 'bar'],
  ] as const) {
    it(`draws ${name}`, () => {
      const values = Array.from({length: 24}, (_, at) => at);
      const series = Object.fromEntries(Array.from({length: count}, (_, at) => [at, values]));
      expect(configure({kind: 'bar', series, flags}).layout.kind).to.equal(kind);
    });
  }

  for (const [count, alpha] of [
    [2, '0.12'],
    [3, '0.12'],
    [12, '0.03'],
  ] as const) {
    it(`fills each of ${count} areas by ${alpha}, so that lines are seen through all of them`, () => {
      const series = Object.fromEntries(Array.from({length: count}, (_, at) => [at, [1, 2]]));
      const {config} = configure({kind: 'area', series});
      expect(config.data.datasets[0]?.backgroundColor).to.match(
        new RegExp(`, ${alpha.replace('.', '[.]')}[)]$`),
      );
    });
  }

  it('keeps thin bars of names', () => {
    const labels = ['a', 'b', 'c', 'd'];
    const series = Object.fromEntries(Array.from({length: 60}, (_, at) => [at, [1, 2, 3, 4]]));
    expect(configure({kind: 'bar', labels, series}).layout.kind).to.equal('bar');
  });

  it("lays the author's options over its own", () => {
    const options = {scales: {y: {max: 50}}, layout: {padding: 1}};
    const {config} = configure({kind: 'line', values: [1], options});
    expect(config.options?.scales?.y).to.include({max: 50, type: 'linear'});
    expect(config.options?.layout).to.deep.equal({padding: 1});
  });

  for (const [name, options, animation] of [
    ['moves changes', {}, {duration: 250, easing: 'easeOutQuad'}],
    ['stands still when told so', {flags: {animate: false}}, false],
    ['stands still under reduced motion', {theme: {reducedMotion: true}}, false],
  ] as const) {
    it(name, () => {
      const {config} = configure({kind: 'line', values: [1], ...options});
      expect(config.options?.animation).to.deep.equal(animation);
    });
  }
});

describe('axes as drawn', () => {
  before(registerParts);
  before(registerFilledParts);

  function draw(options: ChartInputOptions, size = SIZE) {
    const {config} = configure({...options, flags: {...options.flags, animate: false}}, size);
    const canvas = document.createElement('canvas');
    Object.assign(canvas, size);
    const chart = new Chart(canvas, config);
    const labels = (axis: string) =>
      (chart.scales[axis]?.ticks ?? []).map(({label}) => String(label).replace('\u202f', ' '));
    const result = {x: labels('x'), y: labels('y'), min: chart.scales['y']?.min};
    chart.destroy();
    return result;
  }

  it('names days', () => {
    const {x} = draw({kind: 'line', values: [1, 2, 3, 4]});
    expect(x).to.deep.equal(['Jan 6', 'Jan 7', 'Jan 8', 'Jan 9']);
  });

  it('names fewer days where it is narrow', () => {
    const values = Array.from({length: 28}, (_, at) => at);
    const {x} = draw({kind: 'bar', values}, {width: 320, height: 200});
    expect(x).to.deep.equal(['Jan 12', 'Jan 19', 'Jan 26', 'Feb 2']);
  });

  it('names months closer than days', () => {
    const values = Array.from({length: 12}, (_, at) => at);
    const {x} = draw({kind: 'bar', values, stepMs: 'month'}, {width: 280, height: 200});
    expect(x).to.deep.equal(['2025', 'Apr', 'Jul', 'Oct']);
  });

  it('counts durations in hours', () => {
    const columns = {visits: {format: 'duration'}} as const;
    const {y} = draw({kind: 'line', values: [100, 9000], columns});
    expect(y).to.deep.equal(['0s', '30m', '1h', '1h 30m', '2h', '2h 30m']);
  });

  it('leaves zero out of a sparkline', () => {
    const {min} = draw({kind: 'line', values: [90, 100, 50], flags: {axes: false}});
    expect(min).to.equal(50);
  });

  it('keeps names below upright bars apart', () => {
    const labels = ['Nord A', 'Nord B', 'Süd A', 'Süd B', 'Ost A', 'Ost B'];
    const {x} = draw({kind: 'bar', labels, flags: {horizontal: false}}, {width: 310, height: 200});
    expect(x.slice(0, 2)).to.deep.equal(['Nord,A', 'Nord,B']);
  });

  it('writes a long label of a lying bar in two lines', () => {
    const labels = ['Everybody else, with or without a known source', 'Search'];
    const {y} = draw({kind: 'bar', labels, flags: {horizontal: true}}, {width: 400, height: 200});
    expect(y).to.deep.equal(['Everybody else, with,or without a known so…', 'Search']);
  });

  it('begins at zero for bars and areas', () => {
    expect(draw({kind: 'area', values: [900, 1000]}).min).to.equal(0);
    expect(draw({kind: 'bar', values: [900, 1000]}).min).to.equal(0);
  });

  for (const [kind, values, flags, truncated] of [
    ['line', [90, 95, 100], {}, true],
    ['line', [10, 95, 100], {}, false],
    ['line', [-100, -95, -90], {}, false],
    ['line', [90, 95, 100], {axes: false}, false],
    ['area', [90, 95, 100], {}, false],
    ['bar', [90, 95, 100], {}, false],
    ['scatter', [90, 95, 100], {}, false],
  ] as const) {
    it(`${truncated ? 'calls' : 'does not call'} ${JSON.stringify(flags)} ${kind} of ${values.join(', ')} truncated`, () => {
      const {config} = configure({kind, values, flags});
      expect(config.options?.scales?.['y']).to.include({truncated});
    });
  }

  it('shows the range of a line that is far from zero', () => {
    expect(draw({kind: 'line', values: [900, 1000]}).min).to.equal(900);
  });

  it('has whole numbers for whole numbers', () => {
    expect(draw({kind: 'line', values: [0, 1, 2]}).y).to.deep.equal(['0', '1', '2']);
  });

  it('writes ticks in full where short ones read the same', () => {
    const {y} = draw({kind: 'line', values: [1_000_000, 1_000_004]});
    expect(new Set(y).size).to.equal(y.length);
    expect(y[0]).to.equal('1,000,000');
  });

  it('shortens long labels of bars', () => {
    const labels = ['/', '/a/very/long/path/that/goes/on/and/on/and/on'];
    const {y} = draw({kind: 'bar', labels, flags: {horizontal: true}}, {width: 320, height: 200});
    expect(y[1]).to.match(/^\/a\/very.*…$/);
  });

  it('keeps equal labels apart', () => {
    expect(draw({kind: 'bar', labels: ['a', 'a', 'b']}).x).to.deep.equal(['a', 'a', 'b']);
  });
});
