import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {scriptsOfChart} from '../../loaded-scripts.js';
import {bundleFolder} from '../../serve-bundle.js';
import {bundle, gzipBytes, type ContenderName} from '../contenders.js';
import {type BenchContext, type Measure, bound, versus} from '../measure.js';

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
  const ours = bytes.reduce((sum, size) => sum + size, 0) / 1_000;
  const measures = [bound(title, 'kB', [ours], 90, 'budget')];
  for (const name of PEERS) {
    const theirs = gzipBytes(await bundle(name)) / 1_000;
    measures.push({...versus(title, name, [ours], [theirs], null), unit: 'kB'});
  }
  return measures;
}
