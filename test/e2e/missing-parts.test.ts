import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {type BuiltPage, useBuiltPages} from './support/built-page.js';

/** Of so many frames in a row that are the same none belongs to a movement. */
const RESTING_FRAMES = 10;

const chart = (attributes: string) =>
  `<tinybird-chart type="line" loading="eager" ${attributes}></tinybird-chart>`;

describe('a chart of the script tag', () => {
  const openBuiltPage = useBuiltPages();

  it('moves to its next values', async () => {
    const built = await openBuiltPage(chart(''));
    await shows(built, [1, 5, 2]);
    await until(built, 'motion-parts');

    const {first, last} = await changes(built, [4, 1, 3]);

    assert.notEqual(first, last);
  });

  it('changes at once while what moves it is missing, and moves when it is there', async () => {
    const built = await openBuiltPage(chart(''), ['motion-parts']);
    await shows(built, [1, 5, 2]);
    await until(built, 'motion-parts');
    const missing = await changes(built, [4, 1, 3]);
    built.refused.clear();
    await changes(built, [4, 1, 3]);

    const there = await changes(built, [1, 5, 2]);

    assert.equal(missing.first, missing.last);
    assert.notEqual(there.first, there.last);
  });

  it('loads nothing that moves it where nothing is to move', async () => {
    const built = await openBuiltPage(chart('no-animation'));
    await shows(built, [1, 5, 2]);
    await changes(built, [4, 1, 3]);

    assert.ok(!built.asked.includes('motion-parts'));
  });

  it('is what smooth and options of the page ask for, after the parts that they need', async () => {
    const pictures: string[] = [];
    for (const [attributes, options] of [
      ['', undefined],
      ['smooth', undefined],
      ['', '{elements: {line: {tension: 0.5}}}'],
      ['', '{elements: {line: {stepped: true}}}'],
      ['', '{datasets: {line: {segment: {borderColor: "#c00000"}}}}'],
      ['', '{scales: {y: {title: {display: true, text: "Visits"}}}}'],
      ['', '{scales: {x: {ticks: {minRotation: 60, maxRotation: 60}}}}'],
      ['', '{scales: {x: {ticks: {font: {size: 20}}}}}'],
      ['', '{scales: {x: {ticks: {font: ({index}) => ({size: index === 0 ? 20 : 12})}}}}'],
    ] as const) {
      const built = await openBuiltPage(chart(attributes));
      await shows(built, [1, 5, 2, 4], options);
      const hasMore = attributes !== '' || options !== undefined;
      assert.equal(built.asked.includes('smooth-parts'), hasMore);
      pictures.push(await picture(built));
    }

    assert.equal(new Set(pictures).size, pictures.length);
  });

  it('draws a long line to its end where nothing moves', async () => {
    const built = await openBuiltPage(chart('no-animation no-legend'));
    await shows(
      built,
      Array.from({length: 59}, (_, at) => 10 + (at % 5)),
    );

    // Grid lines are grey, and the line alone has more blue than red.
    const blueAt = await built.page.evaluate<number[]>(`[0.2, 0.5, 0.8, 0.95].map((share) => {
      const {width, height} = ${CANVAS};
      const column = ${CANVAS}.getContext('2d').getImageData(width * share, 0, 1, height).data;
      return column.filter((red, at) => at % 4 === 0 && column[at + 2] > red + 60).length;
    })`);
    assert.ok(
      blueAt.every((count) => count > 0),
      blueAt.join(),
    );
  });

  it('has a line over names, after the part that knows them', async () => {
    const built = await openBuiltPage(chart(''));
    await built.page.evaluate(
      `void (${ELEMENT}.data = [{city: 'Aarhus', visits: 1}, {city: 'Basel', visits: 3}])`,
    );
    await reaches(built, null);

    assert.ok(built.asked.includes('filled-parts'));
    assert.equal(await built.page.evaluate(`${ELEMENT}.error`), null);
  });

  for (const [name, attributes, code] of [
    ['settings-problem', 'theme="blue"', 'misconfigured'],
    ['form-params', 'form="filters" theme="blue"', 'misconfigured'],
    ['smooth-parts', 'smooth', null],
  ] as const)
    it(`says that ${name} is missing, and tries again`, async () => {
      const built = await openBuiltPage(chart(attributes), [name]);
      await given(built, [1, 5, 2]);
      await reaches(built, 'network');
      built.refused.clear();
      await built.page.locator('tinybird-chart [part=button]').click();

      await reaches(built, code);
    });

  it('tells a visitor who is signed out so, also while what signs in is missing', async () => {
    const built = await openBuiltPage(chart('pipe="visits"'), ['session-views']);
    await built.page.evaluate(
      `Object.assign(document.querySelector('tinybird-chart'), {getToken: async () => null})`,
    );
    await built.page.waitForFunction(`${ELEMENT}.state === 'signed-out'`);
    await until(built, 'session-views');

    const text = await built.page.locator('tinybird-chart [part=message-text]').textContent();

    assert.equal(text, 'Sign in to see this chart.');
  });
});

const ELEMENT = `document.querySelector('tinybird-chart')`;
const CANVAS = `${ELEMENT}.renderRoot.querySelector('canvas')`;

const DAY_MS = 86_400_000;

/** A value for each day of 2026, from the first. */
const rowsOf = (values: readonly number[]) =>
  JSON.stringify(
    values.map((visits, at) => ({
      day: new Date(Date.UTC(2026, 0) + at * DAY_MS).toISOString().slice(0, 10),
      visits,
    })),
  );

/** Gives rows to the chart, and options as a page writes them. */
async function given({page}: BuiltPage, values: readonly number[], options?: string) {
  const more = options ? `, options: ${options}` : '';
  await page.evaluate(`void Object.assign(${ELEMENT}, {data: ${rowsOf(values)}${more}})`);
}

/** Gives rows to the chart and waits for their drawing. */
async function shows(built: BuiltPage, values: readonly number[], options?: string) {
  await given(built, values, options);
  await reaches(built, null);
  await built.page.waitForFunction(`${CANVAS} && ${CANVAS}.width > 1`);
}

async function reaches({page}: BuiltPage, code: string | null) {
  await page.waitForFunction(
    code ? `${ELEMENT}.error?.code === '${code}'` : `${ELEMENT}.state === 'ready'`,
  );
}

async function until({page, asked}: BuiltPage, name: string) {
  while (!asked.includes(name)) await page.waitForEvent('request');
  // What has come is run.
  await page.waitForLoadState('networkidle');
}

function picture({page}: BuiltPage): Promise<string> {
  return page.evaluate<string>(`${CANVAS}.toDataURL()`);
}

/** The drawings right after the next values, and when they rest. */
function changes({page}: BuiltPage, values: readonly number[]) {
  return page.evaluate<{first: string; last: string}>(`(async () => {
    ${ELEMENT}.data = ${rowsOf(values)};
    await ${ELEMENT}.updateComplete;
    const first = ${CANVAS}.toDataURL();
    let last = first;
    for (let frames = 0; frames < ${RESTING_FRAMES}; frames += 1) {
      await new Promise(requestAnimationFrame);
      const now = ${CANVAS}.toDataURL();
      if (now !== last) frames = 0;
      last = now;
    }
    return {first, last};
  })()`);
}
