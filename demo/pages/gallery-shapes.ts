import type {Row} from '../../src/index.js';
import {MONTHS, noise, wave} from './wave.js';
import type {Sample} from './gallery-samples.js';

const THREE = ['Nord', 'Süd', 'Ost'];
const TWELVE = ['Nord', 'Süd', 'Ost', 'West', 'Mitte', 'Küste'].flatMap((name) => [
  `${name} A`,
  `${name} B`,
]);
const LONG = [
  'Customers who came through a partner and stayed for more than a year',
  'Customers who came through search',
  'Customers invited by a colleague of another department',
  'Everybody else, including those without a known source',
];

type Values = (at: number, number: number) => number | null;

const orders: Values = (at, number) => Math.round(80 + 28 * number + 240 * wave(at, number * 0.8));
const sold: Values = (at) => Math.round(4800 / (1 + at * 0.45));

/** A row for each month and name. */
function split(names: readonly string[], value: Values = orders, months = MONTHS): Sample {
  const data = months.flatMap((month, at) =>
    names.map((region, number) => ({month, region, orders: value(at, number)})),
  );
  return {data, attributes: {index: 'month', categories: 'orders', 'group-by': 'region'}};
}

/** A row for each month. */
function ofMonths(value: Values): Sample {
  const data = MONTHS.map((month, at) => ({month, orders: value(at, 0)}));
  return {data, attributes: {index: 'month', categories: 'orders'}};
}

/** A row for each name. */
function named(names: readonly string[], value: Values = sold): Sample {
  const data = names.map((region, at) => ({region, orders: value(at, 0)}));
  return {data, attributes: {index: 'region', categories: 'orders'}};
}

/** A row for each point, in as many groups as there are names. */
function points(
  names: readonly string[],
  toRow: (at: number) => Row = latency,
  count = 96,
): Sample {
  const data = Array.from({length: count}, (_, at) => ({
    ...toRow(at),
    region: names[at % names.length],
  }));
  return {data, attributes: {index: 'size', categories: 'latency', 'group-by': 'region'}};
}

function latency(at: number): {size: number; latency: number} {
  const size = 5 + 95 * noise(at + 1);
  return {size, latency: 18 + size * (0.4 + 0.12 * (at % 12)) + 60 * noise(at * 2 + 7)};
}

function scaled(factor: number): (at: number) => Row {
  return (at) => ({size: latency(at).size * factor, latency: latency(at).latency * factor});
}

/** One row of numbers. */
function numbers(row: Row): Sample {
  return {data: [row], attributes: {categories: Object.keys(row).filter(isShown).join()}};
}

function isShown(name: string): boolean {
  return !name.endsWith('_previous');
}

/** Rows of every shape by the heading of the chart that draws them: by time, … */
export const BY_TIME: Readonly<Record<string, Sample>> = {
  'One series': split(['Nord']),
  'Three series': split(THREE),
  'Twelve series': split(TWELVE),
  'Long names': split(LONG),
  'Below zero': split(THREE, (at, number) => Math.round(900 * wave(at, number + 1) - 420)),
  Gaps: split(THREE, (at, number) =>
    (at + 2 * number) % 7 > 4 ? null : Math.round(500 * wave(at, number)),
  ),
  'One point': split(THREE, orders, MONTHS.slice(5, 6)),
  Huge: split(THREE, (at, number) => Math.round(1e15 * (0.4 + wave(at, number)))),
  Tiny: split(THREE, (at, number) => 1e-9 * (0.3 + wave(at, number))),
};

/** … of one series, … */
export const SINGLE: Readonly<Record<string, Sample>> = Object.fromEntries(
  Object.entries({
    'One series': orders,
    'Below zero': (at) => Math.round(900 * wave(at, 1) - 420),
    Gaps: (at) => (at % 7 > 4 ? null : Math.round(500 * wave(at))),
    Huge: (at) => Math.round(1e15 * (0.4 + wave(at))),
    Tiny: (at) => 1e-9 * (0.3 + wave(at)),
  } satisfies Record<string, Values>).map(([heading, value]) => [heading, ofMonths(value)]),
);

/** … by name, … */
export const BY_NAME: Readonly<Record<string, Sample>> = {
  'One name': named(THREE.slice(0, 1)),
  'Three names': named(THREE),
  'Twelve names': named(TWELVE),
  'Long names': named(LONG),
  'Below zero': named(TWELVE.slice(0, 6), (at) => [4800, 2100, -1900, 900, -350, 0][at] ?? 0),
  Gaps: named(TWELVE.slice(0, 6), (at) => (at % 3 === 1 ? null : (sold(at, 0) ?? 0))),
  Huge: named(THREE, (at) => 9.3e15 / 3 ** at),
  Tiny: named(THREE, (at) => 4.2e-9 / 3 ** at),
};

/** … as points, … */
export const BY_SIZE: Readonly<Record<string, Sample>> = {
  'One series': points(THREE.slice(0, 1)),
  'Three series': points(THREE),
  'Twelve series': points(TWELVE),
  'Long names': points(LONG),
  'Below zero': points(THREE, (at) => ({size: noise(at) - 0.5, latency: noise(at * 3) - 0.5})),
  Gaps: points(THREE, (at) => ({
    ...latency(at),
    latency: at % 4 === 0 ? null : latency(at).latency,
  })),
  'One point': points(THREE.slice(0, 1), latency, 1),
  Huge: points(THREE, scaled(1e13)),
  Tiny: points(THREE, scaled(1e-11)),
};

/** … and as single numbers. */
export const NUMBERS: Readonly<Record<string, Sample>> = {
  'One number': numbers({visits: 48_213, visits_previous: 41_002}),
  'Three numbers': numbers({visits: 48_213, orders: 1204, revenue: 90_412.5}),
  'Twelve numbers': numbers(
    Object.fromEntries(
      TWELVE.map((name, at) => [name.toLowerCase().replace(' ', '_'), sold(at, 0)]),
    ),
  ),
  'Long name': numbers({customers_who_came_through_a_partner_and_stayed_for_a_year: 4120}),
  'Below zero': numbers({profit: -8412.5, profit_previous: 1200}),
  Gap: numbers({visits: null, visits_previous: 41_002}),
  Huge: numbers({bytes_scanned: 9.3e15, bytes_scanned_previous: 4.1e15}),
  Tiny: numbers({charge: 4.2e-9, charge_previous: 5.1e-9}),
};
