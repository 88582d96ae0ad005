import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {render} from 'lit';
import {DrawingParts} from '../../src/elements/drawing-parts.js';
import type {HtmlViewModel} from '../../src/elements/html-view.js';
import {readShapeSettings} from '../../src/elements/shape-settings.js';
import {settingsProblem} from '../../src/elements/settings-problem.js';
import {isChartError} from '../../src/errors/chart-error.js';
import {english} from '../../src/messages/english.js';
import type {Language} from '../../src/messages/language.js';
import {buildTable} from '../../src/series/table-cells.js';
import {createValueFormat} from '../../src/series/format-value.js';
import {toCsv} from '../../src/series/to-csv.js';
import type {PipeResponse} from '../../src/tinybird/pipe-response.js';
import {parsePipeResponse} from '../../src/tinybird/response-schema.js';
import {brokenBody, hostileBody, hostileSettings, pointAtColumns} from '../support/hostile.js';
import {CHART_TYPES} from '../support/chart-types.js';

const SEED = Number(process.env.SEED || Date.now() % 2 ** 31);
const RUNS = process.env.SEQUENCES ? 20_000 : 3_000;

/** Elements and attributes that run, load or style something. */
const ACTIVE =
  'script, img, iframe, object, embed, link, style, a[href], form, [onerror], [onload]';

const words: Language = {text: english, layers: []};

/** Longest time that one input may take; far more than any should, for a busy machine. */
const SLOW_MS = 2_000;

describe(`answers and settings of a stranger (SEED=${SEED})`, () => {
  let parts: DrawingParts;
  let host: HTMLElement;
  before(async () => {
    await new Promise<void>((resolve) => {
      parts = new DrawingParts(() => {
        if (CHART_TYPES.every((type) => parts.prepare(type))) resolve();
      });
      if (CHART_TYPES.every((type) => parts.prepare(type))) resolve();
    });
    host = document.createElement('div');
    document.body.append(host);
  });
  after(() => host.remove());

  it(`are drawn or refused, and never run (${RUNS.toLocaleString('en')})`, function () {
    this.timeout(300_000);
    let drawn = 0;
    fc.assert(
      fc.property(hostileBody, hostileSettings(CHART_TYPES), (body, given) => {
        const startedAtMs = performance.now();
        const response = parsePipeResponse('sales', body);
        const settings = pointAtColumns(
          given,
          response.meta.map(({name}) => name),
        );
        if (settingsProblem(settings)) return;
        drawn += 1;
        expectPlainText(response);
        onlyChartErrors(() => {
          expectHarmlessDrawing(response, readShapeSettings(settings, host));
        });
        expect(performance.now() - startedAtMs).to.be.below(SLOW_MS);
      }),
      {numRuns: RUNS, seed: SEED, includeErrorInReport: true},
    );
    expect(drawn).to.be.above(RUNS / 2);
    expect(({} as Record<string, unknown>)['a']).to.equal(undefined);
    expect((window as {wasRun?: boolean}).wasRun).to.equal(undefined);
  });

  it('that are no answers are refused', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(brokenBody, (body) => {
        onlyChartErrors(() => parsePipeResponse('sales', body));
      }),
      {numRuns: RUNS / 4, seed: SEED, includeErrorInReport: true},
    );
  });

  function expectPlainText(response: PipeResponse): void {
    const format = createValueFormat({locale: 'en', timeZone: 'UTC'});
    for (const column of buildTable(response, format)) {
      for (const row of response.data.keys()) expect(column.text(row)).to.be.a('string');
    }
    for (const field of toCsv(response).split('\r\n').slice(0, -1)) {
      expect(field).not.to.match(/^[=@\t＝＠]/);
    }
  }

  function expectHarmlessDrawing(
    response: PipeResponse,
    settings: ReturnType<typeof readShapeSettings>,
  ): void {
    const {views, ...kinds} = parts.loaded;
    if (response.data.length === 0) return;
    const shaped = views!.shapeResponse(response, settings, words, (kind) => kinds[kind]);
    if (!('drawing' in shaped)) return;
    expect(shaped.drawing).not.to.equal(null);
    render(shaped.drawing!(modelOf(host)), host);
    expect(host.querySelector(ACTIVE)).to.equal(null);
  }
});

function onlyChartErrors(run: () => void): void {
  try {
    run();
  } catch (error) {
    if (!isChartError(error)) throw error;
  }
}

/** A model of which only what a drawing shows matters. */
function modelOf(host: HTMLElement): HtmlViewModel {
  const known = {title: '<b>', host, themeName: 'auto', hasLegend: true, shownRows: 200};
  return new Proxy(known as object as HtmlViewModel, {
    get: (target, name) => Reflect.get(target, name) ?? (() => undefined),
  });
}
