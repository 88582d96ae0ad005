import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {scriptsOfChart} from '../../loaded-scripts.js';
import {bundleFolder} from '../../serve-bundle.js';
import {bundle, gzipBytes, type ContenderName} from '../contenders.js';
import type {BenchContext, Measure} from '../measure.js';
import {estimate} from '../statistics.js';

const PEERS: readonly ContenderName[] = [
  'tinybird-charts',
  'recharts',
  'echarts',
  'chartjs',
  'uplot',
];

/** Bytes of JavaScript, after gzip -9, until a line chart is drawn; Clerk excluded. */
export async function measureSize(_: BenchContext): Promise<Measure[]> {
  const title = 'gzip of all JavaScript of a line chart';
  const files = await scriptsOfChart();
  const bytes = files.map((file) => gzipBytes(readFileSync(join(bundleFolder, file), 'utf8')));
  const ours = kilobytes(bytes.reduce((sum, size) => sum + size, 0));
  const measures: Measure[] = [
    {title, against: 'budget', unit: 'kB', ours, theirs: null, ratio: ours, target: 90},
  ];
  for (const name of PEERS) {
    const theirs = kilobytes(gzipBytes(await bundle(name)));
    const ratio = estimate([ours.median / theirs.median]);
    measures.push({title, against: name, unit: 'kB', ours, theirs, ratio, target: null});
  }
  return measures;
}

const kilobytes = (bytes: number) => estimate([bytes / 1_000]);
