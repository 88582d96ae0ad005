import {systemClock} from '../lib/clock.js';
import type {FileKind} from './actions-view.js';
import {fileName} from './file-name.js';
import {saveFile} from './save-file.js';

/** What can be saved. */
interface Savable {
  toCSV(): Promise<string>;
  toPNG(): Promise<Blob>;
}

/** Saves the rows of a chart, or its picture, among the visitor's downloads; no file without rows. */
export async function downloadChart(chart: Savable, title: string, kind: FileKind): Promise<void> {
  const csv = kind === 'csv' ? await chart.toCSV() : '';
  const name = fileName(title, new Date(systemClock.now()), kind);
  if (kind === 'png') saveFile(await chart.toPNG(), name);
  else if (csv) saveFile(new Blob(['\ufeff', csv], {type: 'text/csv;charset=utf-8'}), name);
}
