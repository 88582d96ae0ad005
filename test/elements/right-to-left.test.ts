import {expect, fixture} from '@open-wc/testing';
import {type ChartHarness, mountChart} from '../support/chart-harness.js';
import {allIn} from '../support/html-drawing.js';
import {drawings} from '../support/scenes.js';
import {until} from '../support/until.js';

async function rightToLeft(name: string): Promise<ChartHarness> {
  const place = await fixture('<div dir="rtl" style="inline-size: 600px"></div>');
  return drawings[name]!({}, place);
}

function boxes(chart: ChartHarness, selector: string): DOMRect[] {
  const found = chart.element.shadowRoot!.querySelectorAll(selector);
  return [...found].map((element) => element.getBoundingClientRect());
}

/** Where the characters of an element are, from left to right. */
function seen(element: Element): string {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const characters: {readonly left: number; readonly text: string}[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const [at, text] of Array.from(node.textContent ?? '').entries()) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const {left, width} = range.getBoundingClientRect();
      if (width > 0 && text.trim()) characters.push({left, text});
    }
  }
  characters.sort((one, other) => one.left - other.left);
  return characters.map(({text}) => text).join('');
}

describe('in a place that is read from right to left', () => {
  for (const [name, bars] of [
    ['bar-list', '.bar-list .bar'],
    ['funnel', '.funnel .bar'],
  ] as const) {
    it(`bars of a ${name} grow from the right`, async () => {
      const chart = await rightToLeft(name);
      const {right} = chart.element.getBoundingClientRect();
      for (const box of boxes(chart, bars)) expect(box.right).to.be.closeTo(right, 3);
    });
  }

  for (const [name, entries] of [
    ['line', '.legend li'],
    ['table', 'thead th'],
  ] as const) {
    it(`the first of a ${name}'s ${entries} is the rightmost`, async () => {
      const [first, second] = boxes(await rightToLeft(name), entries);
      expect(first!.left).to.be.at.least(second!.right - 1);
    });
  }

  for (const type of ['bar-list', 'funnel', 'pie'] as const) {
    it(`a ${type} writes a path from its slash on, at the right`, async () => {
      const chart = await rightToLeft(type);
      const name = allIn(chart, '.name')[0] as HTMLElement;
      name.textContent = '/a';
      const text = name.firstChild as Text;
      const [slash, letter] = [0, 1].map((at) => {
        const range = document.createRange();
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        return range.getBoundingClientRect();
      });
      expect(slash?.left).to.be.below(letter?.left ?? 0);
      expect(letter?.right).to.be.closeTo(name.getBoundingClientRect().right, 2);
    });
  }

  it('a heatmap goes from left to right, as drawings on a canvas do, and so does its scale', async () => {
    const chart = await rightToLeft('heatmap');
    const columns = boxes(chart, '.heat tbody tr:first-child td').map(({left}) => left);
    expect(columns).to.deep.equal(columns.toSorted((one, other) => one - other));
    const parts = [...chart.element.shadowRoot!.querySelector('.scale')!.children];
    const places = parts.map((part) => part.getBoundingClientRect().left);
    expect(places).to.deep.equal(places.toSorted((one, other) => one - other));
  });

  it('a heatmap too wide for its place begins with the names of its rows', async () => {
    const chart = await rightToLeft('heatmap');
    const scroll = chart.element.shadowRoot!.querySelector('.heat-scroll')!;
    chart.element.style.inlineSize = '40px';
    expect(scroll.scrollWidth).to.be.above(scroll.clientWidth);

    const [name] = boxes(chart, '.heat tbody th');
    expect(name!.left).to.be.at.least(scroll.getBoundingClientRect().left);
  });

  it('the sign of a change stands before its number', async () => {
    const chart = await rightToLeft('metric');
    expect(seen(chart.element.shadowRoot!.querySelector('.change .up')!)).to.equal('▲+33.3%');
  });

  it('a title and a sentence in English end with their point, and begin at the right', async () => {
    const place = await fixture('<div dir="rtl" style="inline-size: 600px"></div>');
    const text = {heading: 'Why so few?', description: 'A week.', attributes: {params: '{'}};
    const chart = await mountChart({...text, pipe: 'visits', debug: true}, place);
    await chart.reaches('error');
    const root = chart.element.shadowRoot!;

    for (const [selector, words] of [
      ['.heading', 'Whysofew?'],
      ['.description', 'Aweek.'],
      ['[part=message-text]', 'Thischartcannotbeshownrightnow.'],
    ] as const)
      expect(seen(root.querySelector(selector)!)).to.equal(words);
    expect(getComputedStyle(root.querySelector('.heading')!).textAlign).to.match(/right/);
    await until(
      () => chart.parts.includes('debug'),
      () => 'the panel',
    );
    expect(getComputedStyle(root.querySelector('[part=debug]')!).direction).to.equal('ltr');
  });
});
