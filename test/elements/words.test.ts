import {expect, fixture} from '@open-wc/testing';
import {configure} from '../../src/define.js';
import {allIn} from '../support/html-drawing.js';
import {type ChartHarness, mountChart} from '../support/chart-harness.js';
import {jsonResponse, rowsResponse} from '../support/fake-fetch.js';
import {FakeVisitor} from '../support/fake-visitor.js';
import {daily, mountQuery} from '../support/query-chart.js';
import {until} from '../support/until.js';

const rows = daily({visits: [1, 2, 3], orders: [3, 2, 1]});

const textIn = (chart: ChartHarness, selector: string) => allIn(chart, selector)[0]?.textContent;

async function says(chart: ChartHarness, sentence: string): Promise<void> {
  await until(
    () => chart.message === sentence,
    () => `"${sentence}" (is "${chart.message}")`,
  );
}

describe('the words of a chart', () => {
  for (const [locale, sentence] of [
    ['en-GB', 'No data for this selection.'],
    ['de-AT', 'Keine Daten für diese Auswahl.'],
    ['es-MX', 'No hay datos para esta selección.'],
    ['fr', 'Aucune donnée pour cette sélection.'],
    ['ja', 'この条件に当てはまるデータはありません。'],
    ['pt-BR', 'No data for this selection.'],
  ] as const) {
    it(`are those of ${locale}`, async () => {
      const {chart} = await mountQuery({answer: () => rowsResponse([]), locale});

      await says(chart, sentence);
      expect(chart.announcement).to.equal(sentence);
    });
  }

  it('follow the language of the page', async () => {
    const place = await fixture('<div lang="fr-CA"></div>');
    const chart = await mountChart({...rows, type: 'line', heading: 'Ventes'}, place);
    await chart.isDrawn();

    expect(chart.plotLabel).to.match(/^Ventes\. Graphique en courbes, 2 séries, de .*minimum/);
    expect(textIn(chart, '.keys')).to.match(/^Les flèches/);
    expect(allIn(chart, '.plot')[0]?.getAttribute('aria-roledescription')).to.equal('graphique');
  });

  it('never flash in English before those of the language are there', async () => {
    const visitor = new FakeVisitor();
    visitor.claims = null;
    const {chart} = await mountQuery({visitor, locale: 'ja'});
    const seen = new Set<string>();
    await until(
      () => {
        seen.add(chart.message).add(chart.announcement);
        return chart.message !== '';
      },
      () => 'a sentence',
    );

    expect([...seen].filter((text) => /[a-z]/i.test(text))).to.deep.equal([]);
    expect(chart.message).to.equal('このグラフを表示するにはサインインしてください。');
  });

  it('change while rows stay, together with the numbers', async () => {
    const chart = await mountChart({...rows, type: 'line', locale: 'en'});
    await chart.isDrawn();
    const {canvas} = chart;

    chart.element.locale = 'es';
    await until(
      () => chart.plotLabel.includes('Gráfico de líneas'),
      () => `Spanish (is ${chart.plotLabel})`,
    );

    expect(chart.canvas).to.equal(canvas);
    expect(chart.plotLabel).to.include('3 ene');
    expect(chart.isBlank).to.equal(false);
  });

  it('name the rest and count it', async () => {
    const data = Array.from({length: 300}, (_, at) => ({page: `/p${at}`, visits: 300 - at}));
    const chart = await mountChart({data, type: 'bar-list', locale: 'de'});
    await chart.reaches('ready');
    expect(chart.buttons).to.deep.equal(['Mehr anzeigen (noch 100 Zeilen)']);

    chart.element.top = 2;
    await chart.element.updateComplete;
    expect(allIn(chart, '.name').map(({textContent}) => textContent)).to.deep.equal([
      '/p0',
      '/p1',
      'Sonstige',
    ]);
  });

  it('fold away what is for developers under a label', async () => {
    const {chart} = await mountQuery({answer: () => jsonResponse(404, {error: 'x'}), locale: 'es'});
    await chart.reaches('error');
    await says(chart, 'Este gráfico no se puede mostrar en este momento.');

    expect(textIn(chart, 'summary')).to.equal('Detalles');
    expect(chart.buttons).to.deep.equal(['Reintentar']);
  });
});

describe('configure({messages})', () => {
  // Settings of the page stay: each test has a language of its own.
  it('replaces sentences of a language and of its regions', async () => {
    configure({messages: {'de-CH': {empty: 'Nüt da.'}, de: {loading: 'Einen Moment'}}});
    const {chart} = await mountQuery({answer: () => rowsResponse([]), locale: 'de-CH'});
    const {chart: german} = await mountQuery({answer: () => rowsResponse([]), locale: 'de-DE'});

    await says(chart, 'Nüt da.');
    await says(german, 'Keine Daten für diese Auswahl.');
  });

  it('adds a language, with English for what it lacks', async () => {
    configure({messages: {nl: {empty: 'Geen gegevens.', 'kind.line': 'Lijndiagram'}}});
    const {chart} = await mountQuery({answer: () => rowsResponse([]), locale: 'nl-BE'});
    const drawing = await mountChart({...rows, type: 'line', locale: 'nl'});
    await drawing.isDrawn();

    await says(chart, 'Geen gegevens.');
    expect(drawing.plotLabel).to.match(/^Lijndiagram of 2 series from /);
  });

  it('changes charts that are on screen, one call on top of the other', async () => {
    configure({messages: {it: {empty: 'Niente.'}}});
    const {chart} = await mountQuery({answer: () => rowsResponse([]), locale: 'it'});
    await says(chart, 'Niente.');

    configure({messages: {it: {empty: 'Nessun dato.'}}});
    await says(chart, 'Nessun dato.');
    configure({messages: {it: {retry: 'Riprova'}}});
    await chart.element.updateComplete;
    await says(chart, 'Nessun dato.');
  });

  it('ignores what is no sentence', async () => {
    configure({messages: {sv: {empty: 7, failed: null, keys: {one: 'x'}} as never}});
    const {chart} = await mountQuery({answer: () => rowsResponse([]), locale: 'sv'});
    const drawing = await mountChart({...rows, type: 'line', locale: 'sv'});
    await drawing.isDrawn();

    await says(chart, 'No data for this selection.');
    expect(textIn(drawing, '.keys')).to.match(/^Arrow keys/);
  });
});
