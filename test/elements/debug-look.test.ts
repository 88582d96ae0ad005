import {expect} from '@open-wc/testing';
import type {ChartHarness} from '../support/chart-harness.js';
import {jsonResponse} from '../support/fake-fetch.js';
import {FakeVisitor} from '../support/fake-visitor.js';
import {mountQuery} from '../support/query-chart.js';
import {painted, until} from '../support/until.js';
import {WORKSPACE} from './walks/walk.js';

/** Facts of the panel by name. */
function factsOf(chart: ChartHarness): Record<string, string> {
  const names = [...chart.part('debug').querySelectorAll('dt')];
  return Object.fromEntries(
    names.map((name) => [name.textContent, name.nextElementSibling?.textContent ?? '']),
  );
}

async function opened(chart: ChartHarness): Promise<void> {
  await until(
    () => chart.parts.includes('debug'),
    () => 'the panel',
  );
}

describe('the text of a diagnosis', () => {
  const mount = async (writeText: (text: string) => Promise<void>) => {
    Object.defineProperty(navigator, 'clipboard', {value: {writeText}, configurable: true});
    const mounted = await mountQuery({
      answer: () => jsonResponse(403, {}),
      debug: true,
      visitor: new FakeVisitor({workspace_id: WORKSPACE}),
    });
    await mounted.chart.reaches('error');
    await opened(mounted.chart);
    return mounted;
  };
  const area = (chart: ChartHarness) =>
    chart.part('debug').querySelector<HTMLTextAreaElement>('textarea');
  afterEach(() => Reflect.deleteProperty(navigator, 'clipboard'));

  it('is copied as the panel has it, without the token', async () => {
    const texts: string[] = [];
    const {chart, network} = await mount((text) => Promise.resolve(void texts.push(text)));
    chart.part('debug-copy').click();
    const said = () => chart.part('debug').querySelector('[role=status]')?.textContent;
    await until(
      () => said() === 'Copied',
      () => `"Copied", not ${said()}`,
    );

    const [text = ''] = texts;
    expect(text).to.contain('tinybird-chart, error: token-rejected (403)');
    expect(text).to.contain('If that is not it:').and.to.contain('README.md#token-rejected');
    for (const [name, value] of Object.entries(factsOf(chart))) {
      if (!/Expires|Requests|Clock/.test(name)) expect(text).to.contain(`${name}: ${value}`);
    }
    expect(text).not.to.contain(network.last.token);
    expect(text).not.to.match(/eyJ|signature/);
    expect(area(chart)).to.equal(null);
  });

  it('is there to be copied by hand where the clipboard is closed', async () => {
    const {chart} = await mount(() => Promise.reject(new Error('Not allowed')));
    chart.part('debug-copy').click();
    await until(
      () => area(chart) !== null,
      () => 'a text',
    );

    const {selectionStart, selectionEnd, value} = area(chart)!;
    expect(value).to.contain('token-rejected');
    expect([selectionStart, selectionEnd]).to.deep.equal([0, value.length]);
    expect(chart.element.shadowRoot?.activeElement).to.equal(area(chart));
  });

  it('goes with the visitor whose chart it is about', async () => {
    const {chart, visitor} = await mount(() => Promise.reject(new Error('Not allowed')));
    chart.part('debug-copy').click();
    await until(
      () => area(chart) !== null,
      () => 'a text',
    );

    visitor.claims = null;
    await chart.element.refetch();
    await chart.reaches('signed-out');

    expect(area(chart)).to.equal(null);
  });
});

describe('the look of the diagnosis panel', () => {
  const mount = async (style: string) => {
    const {chart} = await mountQuery({
      answer: () => jsonResponse(403, {}),
      debug: true,
      visitor: new FakeVisitor({workspace_id: WORKSPACE}),
      style,
    });
    await chart.reaches('error');
    await opened(chart);
    await painted();
    return chart;
  };

  for (const width of [360, 1_000]) {
    it(`scrolls downwards alone at ${width} px`, async () => {
      const panel = (await mount(`width: ${width}px; height: 320px`)).part('debug');

      expect(panel.scrollWidth).to.equal(panel.clientWidth);
      expect(panel.scrollHeight).to.be.above(panel.clientHeight);
    });
  }

  it('is reached and scrolled by keyboard', async () => {
    const chart = await mount('width: 360px; height: 320px');
    const panel = chart.part('debug');
    panel.focus();

    expect(chart.element.shadowRoot?.activeElement).to.equal(panel);
    expect(panel.tabIndex).to.equal(0);
  });

  it('sets sentences in the type of the page and code in its own', async () => {
    const chart = await mount('width: 600px; height: 320px; font-family: serif');
    const code = chart.part('debug-step').querySelector('code');

    expect(getComputedStyle(chart.part('debug-step')).fontFamily).to.equal('serif');
    expect(code?.textContent).to.equal('host');
    expect(getComputedStyle(code!).fontFamily).to.contain('monospace');
    expect(chart.part('debug').textContent).not.to.contain('`');
  });

  it('groups the facts side by side where there is room', async () => {
    const tops = (chart: ChartHarness) =>
      [...chart.part('debug-facts').children].map((group) => group.getBoundingClientRect().top);
    const wide = tops(await mount('width: 1000px; height: 320px'));
    const narrow = tops(await mount('width: 360px; height: 320px'));

    expect(new Set(wide).size).to.equal(1);
    expect(new Set(narrow).size).to.equal(3);
  });

  for (const theme of ['light', 'dark'] as const) {
    it(`is accessible in a ${theme} theme`, async () => {
      const ground = theme === 'dark' ? '#12151c' : '#fff';
      const chart = await mount(`width: 600px; height: 320px; background: ${ground}`);
      chart.element.theme = theme;
      await chart.element.updateComplete;

      await expect(chart.element).to.be.accessible();
    });
  }
});
