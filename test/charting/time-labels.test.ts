import {expect} from '@open-wc/testing';
import type {Scale} from 'chart.js';
import {buildIndexAxis} from '../../src/charting/axes.js';
import {planLayout} from '../../src/charting/layout.js';
import {createValueFormat} from '../../src/series/format-value.js';
import {chartInput, type ChartInputOptions} from './chart-inputs.js';

const SIZE = {width: 500, height: 200};

/** Labels of a time axis of 500 px in a language. */
function labelsOf(locale: string, options: ChartInputOptions): string[] {
  const input = {...chartInput(options), format: createValueFormat({locale, timeZone: 'UTC'})};
  const axis = {...SIZE, ticks: []} as unknown as Scale;
  const built = buildIndexAxis(input, planLayout(input, SIZE), SIZE) as {
    afterBuildTicks(axis: Scale): void;
    ticks: {callback(value: number): string};
  };
  built.afterBuildTicks(axis);
  return axis.ticks.map(({value}) => built.ticks.callback(value));
}

describe('labels of a time axis', () => {
  const months = {
    kind: 'line',
    values: Array.from({length: 12}, () => 1),
    stepMs: 'month',
  } as const;

  it('name every month where names are short', () => {
    expect(labelsOf('en', months).slice(0, 3)).to.deep.equal(['2025', 'Feb', 'Mar']);
  });

  it('name every second month where names are not shortened, so that they keep apart', () => {
    const labels = labelsOf('ar', months);
    const longest = Math.max(...labels.map(({length}) => length));

    expect(longest).to.be.above(5);
    expect(labels.length).to.equal(6);
  });
});
