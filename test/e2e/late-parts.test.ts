import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {scriptsOfChart} from '../loaded-scripts.js';
import {partName} from '../serve-bundle.js';

describe('what a chart downloads', () => {
  for (const type of ['metric', 'table', 'bar-list', 'pie', 'donut', 'funnel', 'heatmap']) {
    it(`is nothing of Chart.js for a ${type}`, async () => {
      const parts = await partsOf(type);

      assert.ok(parts.includes('drawn-views'), parts.join());
      assert.ok(!parts.includes('charting-parts'), parts.join());
      assert.ok(!parts.includes('filled-parts'), parts.join());
    });
  }

  for (const type of ['line', 'sparkline']) {
    it(`is nothing of what fills shapes for a ${type}`, async () => {
      const parts = await partsOf(type);

      assert.ok(parts.includes('charting-parts'), parts.join());
      assert.ok(!parts.includes('filled-parts'), parts.join());
    });
  }

  for (const type of ['area', 'bar']) {
    it(`is what fills shapes for ${type}s`, async () => {
      const parts = await partsOf(type);

      assert.ok(parts.includes('filled-parts'), parts.join());
    });
  }

  it('is five files for a line, those first that a query needs', async () => {
    const parts = await partsOf('line');

    assert.deepEqual(parts, [
      'tinybird-chart.js',
      'shell',
      'engine',
      'drawn-views',
      'charting-parts',
    ]);
  });

  it('is neither what explains errors nor what a visitor has not asked for', async () => {
    const parts = await partsOf('line');

    const seldom = [
      'response-issues',
      'error-response',
      'form-params',
      'session-views',
      'settings-problem',
    ];
    for (const late of [
      ...seldom,
      'motion-parts',
      'smooth-parts',
      'interaction-parts',
      'export-parts',
    ])
      assert.ok(!parts.includes(late), parts.join());
  });
});

/** Names of the files that a chart of this type loads, without folder and hash. */
async function partsOf(type: string): Promise<string[]> {
  const files = await scriptsOfChart(type);
  return files.map(partName);
}
