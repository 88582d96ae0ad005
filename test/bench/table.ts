import type {Measure} from './measure.js';
import {type Estimate, meets} from './statistics.js';

const HEAD = ['measure', 'against', 'ours', 'theirs', 'ratio (95 %)', 'target', ''];

/** Writes measures as a Markdown table. */
export function toTable(measures: readonly Measure[]): string {
  const rows = measures.map((measure) => {
    const {title, against, unit, ours, theirs, ratio, target} = measure;
    return [
      title,
      against,
      `${short(ours.median)} ${unit}`,
      theirs ? `${short(theirs.median)} ${unit}` : '',
      theirs ? interval(ratio) : '',
      target === null ? '' : `${theirs ? '' : '≤ '}${short(target)}`,
      target === null ? '' : meets(ratio, target) ? 'met' : 'MISSED',
    ];
  });
  const widths = HEAD.map((head, at) =>
    Math.max(head.length, ...rows.map((row) => row[at]!.length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at]!)).join(' | ')} |`;
  return [line(HEAD), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

function interval({median, low, high}: Estimate): string {
  return `${short(median)} (${short(low)} to ${short(high)})`;
}

function short(value: number): string {
  return value.toLocaleString('en', {
    maximumSignificantDigits: value >= 100 ? 4 : 3,
    useGrouping: false,
  });
}
