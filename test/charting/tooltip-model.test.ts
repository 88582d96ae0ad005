import {expect} from '@open-wc/testing';
import {buildTooltip} from '../../src/charting/tooltip-model.js';
import {assignLooks} from '../../src/charting/series-look.js';
import {type ChartInputOptions, chartInput} from './chart-inputs.js';

function tooltip(given: Omit<ChartInputOptions, 'kind'>, nearest = 0) {
  const input = chartInput({kind: 'line', ...given});
  const looks = assignLooks(input.set.series, input.theme, null, new Map());
  return buildTooltip(input, looks, 0, nearest);
}

const many = Object.fromEntries(Array.from({length: 20}, (_, at) => [`s${at}`, [100 - at]]));
const stacked = {stacked: true};

describe('buildTooltip', () => {
  it('names the place and marks the nearest series', () => {
    const {title, items} = tooltip({series: {a: [1], b: [30]}}, 1);

    expect(title).to.equal('Mon, Jan 6, 2025');
    expect(items.map(({name, text, isNearest}) => [name, text, isNearest])).to.deep.equal([
      ['b', '30', true],
      ['a', '1', false],
    ]);
  });

  it('puts the largest value first and gaps last', () => {
    const {items} = tooltip({series: {a: [1], gap: [NaN], b: [30], c: [-4]}});

    expect(items.map(({name}) => name)).to.deep.equal(['b', 'a', 'c', 'gap']);
  });

  it('keeps the order of a stack, from its top', () => {
    const {items} = tooltip({series: {a: [1], b: [30], c: [4]}, flags: stacked});

    expect(items.map(({name}) => name)).to.deep.equal(['c', 'b', 'a']);
  });

  it('adds up a stack, and nothing else', () => {
    const series = {a: [0.1], b: [0.2], gap: [NaN]};

    expect(tooltip({series, flags: stacked}).total).to.equal('0.3');
    expect(tooltip({series}).total).to.equal(null);
  });

  it('adds up only what is drawn, and not a single value', () => {
    const series = {a: [1], b: [2], c: [4]};

    expect(tooltip({series, flags: stacked, hidden: new Set(['c'])}).total).to.equal('3');
    expect(tooltip({series: {a: [1], gap: [NaN]}, flags: stacked}).total).to.equal(null);
  });

  it('adds up no integers that a number would round', () => {
    const input = chartInput({kind: 'area', series: {a: [1], b: [2]}, flags: stacked});
    const looks = assignLooks(input.set.series, input.theme, null, new Map());
    const rows = [{visits: '9007199254740993'}];

    const {items, total} = buildTooltip({...input, rows}, looks, 0, 0);

    expect([items[0]?.text, total]).to.deep.equal(['9007199254740993', null]);
  });

  it('writes twelve lines and counts the rest', () => {
    const {items, more} = tooltip({series: many});

    expect([items.length, more]).to.deep.equal([12, 8]);
  });

  it('always writes the line of the nearest series', () => {
    const {items, more} = tooltip({series: many}, 19);

    expect([items.length, more]).to.deep.equal([12, 8]);
    expect(items.find(({isNearest}) => isNearest)?.name).to.equal('s19');
  });

  it('leaves out series that are switched off', () => {
    const {items} = tooltip({series: {a: [1], b: [3]}, hidden: new Set(['a'])});

    expect(items.map(({name}) => name)).to.deep.equal(['b']);
  });
});
