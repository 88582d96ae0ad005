import {type BenchPage, openPage} from '../bench-page.js';
import {type BenchContext, type Measure, bound} from '../measure.js';

const ROWS = 100_000;
const FRAMES = 120;

/** Scrolled for each frame, in px: some rows, and a jump to rows that were never written. */
const STEPS = {'by a wheel': 180, 'by the bar': 25_000};

/** What a table of a hundred thousand rows costs: to write, to scroll for each frame, and to sort. */
export async function measureTable({browser, server}: BenchContext): Promise<Measure[]> {
  const page = await openPage(browser, server, 'element');
  try {
    const drawMs = await page.spentWhile(() => draw(page));
    const scrolled: Measure[] = [];
    for (const [how, px] of Object.entries(STEPS)) {
      const spentMs = await page.spentWhile(() => scroll(page, px));
      const title = `main thread for each frame while scrolling ${how}`;
      scrolled.push(bound(title, 'ms', [spentMs / FRAMES], 16));
    }
    const numberMs = await page.spentWhile(() => sortBy(page, 1));
    const textMs = await page.spentWhile(() => sortBy(page, 2));
    const againMs = await page.spentWhile(() => sortBy(page, 2));
    return [
      bound(`table of ${ROWS} rows`, 'ms', [drawMs], null),
      ...scrolled,
      bound(`sort of ${ROWS} numbers`, 'ms', [numberMs], 150),
      bound(`sort of ${ROWS} distinct texts`, 'ms', [textMs], 150),
      bound(`the other direction of it`, 'ms', [againMs], 100),
    ];
  } finally {
    await page.close();
  }
}

async function draw({page}: BenchPage): Promise<void> {
  await page.evaluate(async (count) => {
    const data = Array.from({length: count}, (_, at) => ({
      id: at,
      amount: ((at * 7919) % count) / 7,
      path: `/Customers/${(at * 104_729) % count}/orders-${at % 97}`,
      note: 'delivered',
    }));
    const chart = document.createElement('tinybird-chart');
    Object.assign(chart, {data, type: 'table', loading: 'eager'});
    chart.style.blockSize = '600px';
    document.body.append(chart);
    while (!chart.shadowRoot?.querySelector('td'))
      await new Promise((resolve) => requestAnimationFrame(resolve));
  }, ROWS);
}

async function scroll({page}: BenchPage, px: number): Promise<void> {
  await page.evaluate(
    async ([frames, step]) => {
      const area = document
        .querySelector('tinybird-chart')!
        .shadowRoot!.querySelector('.table-scroll')!;
      for (let frame = 0; frame < frames; frame += 1) {
        area.scrollTop += step;
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      area.scrollTop = 0;
    },
    [FRAMES, px] as const,
  );
}

async function sortBy({page}: BenchPage, column: number): Promise<void> {
  await page.evaluate(async (at) => {
    const chart = document.querySelector('tinybird-chart')!;
    chart.shadowRoot!.querySelectorAll<HTMLElement>('.sort')[at]!.click();
    await chart.updateComplete;
  }, column);
}
