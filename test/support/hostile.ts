import fc from 'fast-check';
import type {ChartSettings} from '../../src/elements/chart-settings.js';

/** Text that would run, style or hide something if it were taken for more than text. */
const TEXTS = [
  '<img src=x onerror="window.wasRun = true">',
  '<script>window.wasRun = true</script>',
  '"><svg onload="window.wasRun = true">',
  'javascript:window.wasRun = true',
  '</style><style>*{display:none}',
  'red;position:fixed;inset:0',
  'url(https://evil.example/)',
  '${window.wasRun = true}',
  '<!--?lit$123$-->',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'length',
  'then',
  '\u202e\u2066abc\u2069',
  '\ud800',
  '\udfff x',
  '\u200b\u200d\ufeff',
  '👩‍👩‍👧‍👦'.repeat(20),
  'Z' + '\u0300\u0301\u0302\u0489'.repeat(50),
  'x'.repeat(5_000),
  '=HYPERLINK("https://evil.example")',
  '\u0000\u0007\u001b[31m',
  '%s %o %c',
  ' ',
  '',
  '(none)',
  'Other',
  'NaN',
  '-Infinity',
  '1e999',
  '2026-02-30',
  '2026-01-01 25:61:61',
  '0000-00-00',
  '9999-12-31 23:59:59.999999999',
  '2026-01-01T00:00:00+99:99',
  '123456789012345678901234567890',
] as const;

/** ClickHouse types, and what is none. */
const TYPES = [
  'String',
  'LowCardinality(Nullable(String))',
  'UInt64',
  'Int256',
  'Float64',
  'Nullable(Float32)',
  'Decimal(76, 38)',
  'Date',
  'Date32',
  'DateTime',
  "DateTime('Europe/Berlin')",
  "DateTime64(9, 'Mars/Olympus')",
  'Bool',
  'Array(Tuple(a Array(UInt8), b Map(String, String)))',
  "Enum8('a\\'(,' = 1)",
  'Nothing',
  'Nullable(',
  '))))',
  "DateTime64('",
  'SimpleAggregateFunction()',
  '__proto__',
] as const;

/** Numbers as JSON has them, beyond what a number can hold too. */
const NUMBERS = [
  '0',
  '-0',
  '1e400',
  '-1e400',
  '5e-324',
  '1.7976931348623157e308',
  '-1.7976931348623157e308',
  '9007199254740993',
  '123456789012345678901234567890',
  '1e21',
  '253402300800',
  '-62135596800',
  '8.64e15',
] as const;

const text = fc.oneof(fc.constantFrom(...TEXTS), fc.string({unit: 'binary', maxLength: 20}));
const cellJson = fc.oneof(
  fc.constantFrom(...NUMBERS),
  fc.constantFrom(
    'null',
    'true',
    'false',
    '"NaN"',
    '"inf"',
    '[[[[[[]]]]]]',
    '{"__proto__":{"a":1}}',
  ),
  text.map((value) => JSON.stringify(value)),
  fc.double({noNaN: true, noDefaultInfinity: true}).map((value) => JSON.stringify(value)),
  fc.integer({min: 0, max: 3}).map(String),
  fc
    .date({min: new Date('1900-01-01'), max: new Date('2300-01-01'), noInvalidDate: true})
    .map((date) => JSON.stringify(date.toISOString().slice(0, 10))),
  fc.json({maxDepth: 3}),
);

const columns = fc.uniqueArray(text, {minLength: 1, maxLength: 6});

/** The body of an answer whose names, types and cells are a stranger's. */
export const hostileBody: fc.Arbitrary<string> = columns.chain((names) =>
  fc
    .record({
      types: fc.array(
        fc.oneof({weight: 9, arbitrary: fc.constantFrom(...TYPES)}, {weight: 1, arbitrary: text}),
        {
          minLength: names.length,
          maxLength: names.length,
        },
      ),
      rows: fc.array(fc.array(cellJson, {minLength: names.length, maxLength: names.length}), {
        maxLength: 8,
      }),
    })
    .map(({types, rows}) => {
      const meta = names.map((name, at) => ({name, type: types[at] ?? ''}));
      const data = rows.map(
        (cells) => `{${cells.map((cell, at) => `${JSON.stringify(names[at])}:${cell}`).join(',')}}`,
      );
      return `{"meta":${JSON.stringify(meta)},"data":[${data.join(',')}],"rows":${rows.length}}`;
    }),
);

/** Something that is hardly the body of an answer. */
export const brokenBody: fc.Arbitrary<string> = fc.oneof(
  text,
  fc.json(),
  fc
    .tuple(hostileBody, fc.nat(), fc.nat(), text)
    .map(
      ([body, from, length, put]) =>
        body.slice(0, from % body.length) + put + body.slice((from % body.length) + (length % 40)),
    ),
);

/** A stranger's name, or `#2` for the third column of the answer. */
const name = fc.oneof(
  {weight: 5, arbitrary: fc.nat({max: 5}).map((at) => `#${at}`)},
  {weight: 1, arbitrary: text},
);
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, {nil: undefined, freq: 1});
const columnOptions = fc.record(
  {
    label: text,
    unit: text,
    color: fc.constantFrom('red', 'var(--x, url(https://evil.example/))', 'oklch(1 0 0)'),
    format: fc.constantFrom('percent', 'currency:XXX', 'bytes', 'duration', 'decimal'),
    hidden: fc.boolean(),
    type: fc.constantFrom('line', 'area', 'bar'),
    axis: fc.constantFrom('left', 'right'),
  },
  {requiredKeys: []},
);
const level = fc.oneof(fc.constantFrom(0, -1, 1e308, -1e308, 5e-324), fc.double({noNaN: true}));
const place = fc.oneof(text, fc.integer({min: 0, max: 9}), fc.constant('2026-03-01'));
const referenceEntry = fc.record(
  {
    y: fc.oneof(level, fc.tuple(level, level)),
    from: level,
    to: level,
    x: fc.oneof(place, fc.tuple(place, place)),
    label: text,
    color: fc.constantFrom('red', 'url(https://evil.example/)', 'red;position:fixed'),
  },
  {requiredKeys: ['y', 'label']},
);
const rarely = <T>(wrong: fc.Arbitrary<T>, right: fc.Arbitrary<T>) =>
  fc.oneof({weight: 1, arbitrary: wrong}, {weight: 12, arbitrary: right});

/** Settings as attributes may have them, right, wrong and hostile. */
export function hostileSettings(types: readonly string[]): fc.Arbitrary<ChartSettings> {
  const anything = fc.jsonValue({maxDepth: 2});
  const settings = fc.record({
    type: fc.constantFrom(...types),
    index: maybe(name),
    categories: maybe(
      rarely<unknown>(fc.array(anything), fc.array(name, {minLength: 1, maxLength: 3})),
    ),
    groupBy: maybe(name),
    columns: maybe(
      fc
        .array(fc.tuple(name, rarely<unknown>(anything, columnOptions)), {maxLength: 3})
        .map((entries) => Object.fromEntries(entries)),
    ),
    size: maybe(name),
    compare: maybe(
      rarely<unknown>(fc.array(anything), fc.array(name, {minLength: 1, maxLength: 3})),
    ),
    reference: maybe(rarely<unknown>(anything, fc.array(referenceEntry, {maxLength: 3}))),
    yScale: fc.constantFrom(undefined, undefined, undefined, 'log'),
    yMin: fc.constantFrom(undefined, undefined, undefined, -1e308, 0.5),
    yMax: fc.constantFrom(undefined, undefined, undefined, 1, 1e308),
    stacked: fc.constantFrom(false, false, true, 'percent'),
    horizontal: fc.boolean(),
    smooth: fc.boolean(),
    top: fc.constantFrom(undefined, undefined, 1, 3, 1e9),
    locale: fc.constantFrom(undefined, 'ar-EG', 'de', 'en-u-nu-thai'),
    timeZone: fc.constantFrom('UTC', 'Asia/Kathmandu', 'America/New_York'),
    numberFormat: fc.constantFrom(undefined, 'percent', 'bytes', 'duration', 'currency:EUR'),
  });
  // As attributes are read: without what is not set.
  return settings.map((given) =>
    Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  );
}

/** Replaces `#2` by the name of the third column. */
export function pointAtColumns(settings: ChartSettings, names: readonly string[]): ChartSettings {
  const toName = (given: unknown): unknown => {
    const at = typeof given === 'string' && /^#\d$/.test(given) ? Number(given[1]) : null;
    return at === null ? given : (names[at % names.length] ?? given);
  };
  const {index, groupBy, categories, columns, size, compare} = settings;
  return {
    ...settings,
    ...(index !== undefined && {index: toName(index) as string}),
    ...(groupBy !== undefined && {groupBy: toName(groupBy) as string}),
    ...(size !== undefined && {size: toName(size) as string}),
    ...(Array.isArray(compare) && {compare: compare.map(toName) as string[]}),
    ...(Array.isArray(categories) && {categories: categories.map(toName) as string[]}),
    ...(columns && {
      columns: Object.fromEntries(
        Object.entries(columns).map(([key, value]) => [toName(key), value]),
      ) as NonNullable<ChartSettings['columns']>,
    }),
  };
}
