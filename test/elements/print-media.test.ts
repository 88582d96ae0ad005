import {emulateMedia} from '@web/test-runner-commands';
import {LIGHT_PALETTE} from '../../src/charting/palette.js';
import {hasHexColor} from '../support/canvas-pixels.js';
import {mountChart} from '../support/chart-harness.js';
import {daily} from '../support/query-chart.js';
import {until} from '../support/until.js';

describe('a chart on paper', () => {
  afterEach(() => emulateMedia({media: 'screen'}));

  it('follows media that become print without a notice', async () => {
    const chart = await mountChart({...daily({visits: [5, 9, 7]}), type: 'bar', theme: 'dark'});
    await chart.isDrawn();

    await emulateMedia({media: 'print'});

    await until(
      () => hasHexColor(chart.canvas, LIGHT_PALETTE[0]),
      () => 'light colours',
    );
  });
});
