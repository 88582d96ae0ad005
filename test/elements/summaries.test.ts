import {expect} from '@open-wc/testing';
import {type ChartHarness, mountChart} from '../support/chart-harness.js';
import {allIn} from '../support/html-drawing.js';

type Row = Readonly<Record<string, string | number | null>>;
type Kind = 'heatmap' | 'metric' | 'table' | 'scatter';

const meta = (row: Row) =>
  Object.keys(row).map((name) => ({
    name,
    type: /day|hour/.test(name) ? 'String' : 'Nullable(Float64)',
  }));

const grid = (...values: (number | null)[]) =>
  ['Mon', 'Tue'].flatMap((day, y) =>
    ['8 h', '9 h'].map((hour, x) => ({day, hour, visits: values[y * 2 + x] ?? null})),
  );
const pairs = (...points: (readonly [number, number | null])[]) =>
  points.map(([price, visits]) => ({price, visits}));

async function labelOf(type: Kind, data: readonly Row[], locale: string): Promise<string> {
  const setUp = {data, meta: meta(data[0] ?? {}), type, locale, heading: 'Sales'};
  const chart = await mountChart(setUp);
  await chart.reaches('ready');
  return label(chart, type).replace(/[\u00a0\u202f]/g, ' ');
}

function label(chart: ChartHarness, type: Kind): string {
  if (type === 'scatter') return chart.plotLabel;
  const selector = type === 'heatmap' ? '[role=region]' : '.body [role=group]';
  return allIn(chart, selector)[0]?.getAttribute('aria-label') ?? '';
}

const visitsMetric = (visits: number | null, previous: number | null = null): Row[] => [
  previous === null ? {visits} : {visits, previous_visits: previous},
];

describe('what a drawing says at a glance', () => {
  const heat = grid(1, 2, 3, 4);
  const metric = visitsMetric(120, 100);
  const cloud = pairs([1, 10], [2, 20], [3, 40]);
  for (const [type, data, sentences] of [
    [
      'heatmap',
      heat,
      {
        en: 'Heatmap, rows: 2, columns: 2. Visits: highest 4 (9 h, Tue), lowest 1 (8 h, Mon).',
        de: 'Heatmap, Zeilen: 2, Spalten: 2. Visits: Höchstwert 4 (9 h, Tue), Tiefstwert 1 (8 h, Mon).',
        fr: 'Carte de chaleur, lignes : 2, colonnes : 2. Visits : maximum 4 (9 h, Tue), minimum 1 (8 h, Mon).',
        es: 'Mapa de calor, filas: 2, columnas: 2. Visits: máximo 4 (9 h, Tue), mínimo 1 (8 h, Mon).',
        ja: 'ヒートマップ、2 行 2 列。 Visits:最大 4(9 h, Tue)、最小 1(8 h, Mon)。',
      },
    ],
    [
      'metric',
      metric,
      {
        en: 'Metric. Visits: 120, +20% vs 100.',
        de: 'Kennzahl. Visits: 120, +20 % gegenüber 100.',
        fr: 'Indicateur. Visits : 120, +20 % contre 100.',
        es: 'Indicador. Visits: 120, +20 % frente a 100.',
        ja: '指標。 Visits:120、+20%(前回 100)。',
      },
    ],
    [
      'table',
      cloud,
      {
        en: 'Table, rows: 3, columns: 2. Price: 1 to 3. Visits: 10 to 40.',
        de: 'Tabelle, Zeilen: 3, Spalten: 2. Price: 1 bis 3. Visits: 10 bis 40.',
        fr: 'Tableau, lignes : 3, colonnes : 2. Price : de 1 à 3. Visits : de 10 à 40.',
        es: 'Tabla, filas: 3, columnas: 2. Price: de 1 a 3. Visits: de 10 a 40.',
        ja: '表、3 行 2 列。 Price:1から3まで。 Visits:10から40まで。',
      },
    ],
    [
      'scatter',
      cloud,
      {
        en: 'Scatter chart, 3 points. Price: 1 to 3. Visits: 10 to 40. Visits rises with Price.',
        de: 'Streudiagramm, 3 Punkte. Price: 1 bis 3. Visits: 10 bis 40. Visits steigt mit Price.',
        fr: 'Nuage de points avec 3 points. Price : de 1 à 3. Visits : de 10 à 40. Visits augmente avec Price.',
        es: 'Gráfico de dispersión, 3 puntos. Price: de 1 a 3. Visits: de 10 a 40. Visits sube con Price.',
        ja: '散布図、3 点。 Price:1から3まで。 Visits:10から40まで。 VisitsはPriceとともに増えます。',
      },
    ],
  ] as const) {
    for (const [locale, sentence] of Object.entries(sentences)) {
      it(`is told for a ${type} in ${locale}`, async () => {
        expect(await labelOf(type, data, locale)).to.equal(`Sales. ${sentence}`);
      });
    }
  }

  for (const [name, type, data, sentence] of [
    ['one cell', 'heatmap', grid(7).slice(0, 1), 'Heatmap, rows: 1, columns: 1. Visits: 7.'],
    ['equal cells', 'heatmap', grid(7, 7, 7, 7), 'Heatmap, rows: 2, columns: 2. Visits: 7.'],
    [
      'negatives and nulls',
      'heatmap',
      grid(-5, null, null, 3),
      'Heatmap, rows: 2, columns: 2. Visits: highest 3 (9 h, Tue), lowest -5 (8 h, Mon).',
    ],
    [
      'nulls alone',
      'heatmap',
      grid(null, null),
      'Heatmap, rows: 2, columns: 2. Visits: no values.',
    ],
    ['one number', 'metric', visitsMetric(3), 'Metric. Visits: 3.'],
    ['no change', 'metric', visitsMetric(3, 3), 'Metric. Visits: 3, 0% vs 3.'],
    ['negatives', 'metric', visitsMetric(-30, -20), 'Metric. Visits: -30, -50% vs -20.'],
    ['a null', 'metric', visitsMetric(null), 'Metric. Visits: no values.'],
    ['one row', 'table', pairs([1, 9]), 'Table, rows: 1, columns: 2. Price: 1. Visits: 9.'],
    [
      'equal rows',
      'table',
      pairs([1, 9], [1, 9]),
      'Table, rows: 2, columns: 2. Price: 1. Visits: 9.',
    ],
    [
      'negatives and nulls',
      'table',
      pairs([-3, null], [2, null]),
      'Table, rows: 2, columns: 2. Price: -3 to 2. Visits: no values.',
    ],
    ['one point', 'scatter', pairs([1, 9]), 'Scatter chart, 1 point. Price: 1. Visits: 9.'],
    [
      'equal points',
      'scatter',
      pairs([1, 9], [1, 9], [1, 9]),
      'Scatter chart, 3 points. Price: 1. Visits: 9.',
    ],
    [
      'negatives and nulls',
      'scatter',
      pairs([-2, 8], [0, 0], [4, null], [6, -9]),
      'Scatter chart, 3 points. Price: -2 to 6. Visits: -9 to 8. Visits falls as Price rises.',
    ],
    [
      'points without a relation',
      'scatter',
      pairs([1, 1], [2, 5], [3, 1]),
      'Scatter chart, 3 points. Price: 1 to 3. Visits: 1 to 5. Visits and Price are hardly related.',
    ],
  ] as const) {
    it(`is true for ${name} in a ${type}`, async () => {
      expect(await labelOf(type, data, 'en')).to.equal(`Sales. ${sentence}`);
    });
  }
});
