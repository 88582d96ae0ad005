import {expect} from '@open-wc/testing';
import {allIn} from '../support/html-drawing.js';
import {
  chosen,
  click,
  drawn,
  isMarked,
  listen,
  marked,
  NOTHING,
  press,
  ROWS,
  rows,
} from '../support/table-rows.js';
import {until} from '../support/until.js';

const MANY = Array.from({length: 10_000}, (_, n) => ({n, half: n / 2}));

describe('selection of rows', () => {
  it('tells of the row that is pressed by its first value, and marks it', async () => {
    const chart = await drawn({data: ROWS});
    const heard = listen(chart);

    await click(chart, 1);

    expect(heard).to.deep.equal([{index: '/b', category: null, value: null, row: ROWS[1]}]);
    expect(chosen(chart)).to.deep.equal(['/b']);
  });

  it('gives up what is pressed again, or with Escape', async () => {
    const chart = await drawn({data: ROWS});
    const heard = listen(chart);

    await click(chart, 2);
    await click(chart, 2);
    expect(heard.at(-1)).to.deep.equal(NOTHING);
    expect(chosen(chart)).to.deep.equal([]);

    await click(chart, 0);
    chart.scrollArea.focus();
    expect(await press(chart, 'Escape')).to.equal(false);
    expect(heard.at(-1)).to.deep.equal(NOTHING);
    expect(await press(chart, 'Escape')).to.equal(true);
  });

  it('passes over columns that are hidden', async () => {
    const chart = await drawn({data: ROWS, columns: {page: {hidden: true}}});
    const heard = listen(chart);

    await click(chart, 1);

    expect(heard.map(({index, row}) => [index, row])).to.deep.equal([[30, ROWS[1]]]);
  });

  it('keeps the digits of an integer beyond 2^53', async () => {
    const meta = [{name: 'id', type: 'UInt64'}];
    const chart = await drawn({data: [{id: '9007199254740993'}], meta});
    const heard = listen(chart);

    await click(chart, 0);

    expect(heard[0]?.index).to.equal('9007199254740993');
  });

  it('looks different in all cells of the row, also where the first stays in view', async () => {
    const chart = await drawn({data: ROWS});
    chart.element.style.inlineSize = '300px';
    const looks = () =>
      [...rows(chart)[0]!.children].map((cell) => getComputedStyle(cell).backgroundImage);
    const textStart = () => {
      const range = document.createRange();
      range.selectNodeContents(rows(chart)[0]!.children[0]!);
      return range.getBoundingClientRect().left;
    };
    const [start, before] = [textStart(), looks()];

    await click(chart, 0);

    expect(before).to.deep.equal(['none', 'none']);
    expect(looks().every((look) => look.startsWith('linear-gradient'))).to.equal(true);
    expect(textStart()).to.be.closeTo(start, 0.1);
  });

  it('is accessible with a row that is chosen and one that is marked', async () => {
    const chart = await drawn({data: ROWS});
    await click(chart, 0);
    chart.scrollArea.focus();
    await press(chart, 'ArrowDown');

    await expect(chart.element).to.be.accessible();
  });

  it('is not offered in the table of a drawing', async () => {
    const chart = await drawn({type: 'bar-list', data: ROWS});
    const heard = listen(chart);
    allIn(chart, '[part=table-button]')[0]?.click();
    await until(
      () => chart.table !== null,
      () => 'the table',
    );

    await click(chart, 1);

    expect(heard).to.deep.equal([]);
    expect(rows(chart)[1]?.hasAttribute('aria-selected')).to.equal(false);
    expect(chart.scrollArea.role).to.equal('region');
  });
});

describe('selection of rows by keys', () => {
  it('takes arrows, Enter and Space while the focus stays on the scroll area', async () => {
    const chart = await drawn({data: ROWS});
    const heard = listen(chart);
    chart.scrollArea.focus();

    expect(await press(chart, 'ArrowDown', 'ArrowDown', 'Enter')).to.equal(false);
    expect(marked(chart)).to.equal('/b');
    await press(chart, 'End', ' ');

    expect(heard.map(({index}) => index)).to.deep.equal(['/b', '/c']);
    expect(chosen(chart)).to.deep.equal(['/c']);
    expect(chart.element.shadowRoot?.activeElement).to.equal(chart.scrollArea);
  });

  it('scrolls the marked row into view, below the header', async () => {
    const chart = await drawn({data: MANY});
    const area = chart.scrollArea;
    const isInView = () => {
      const row = allIn(chart, 'tr.marked')[0]?.getBoundingClientRect();
      const header = chart.table!.tHead!.getBoundingClientRect();
      const {top} = area.getBoundingClientRect();
      if (!row) return false;
      return row.top >= header.bottom - 1 && row.bottom <= top + area.clientHeight + 1;
    };
    area.focus();

    await press(chart, 'End');
    await isMarked(chart, '9,999');
    expect(isInView()).to.equal(true);

    await press(chart, 'PageUp', 'PageUp', 'ArrowUp');
    await until(isInView, () => 'the marked row in view');

    await press(chart, 'Home');
    await isMarked(chart, '0');
    expect(area.scrollTop).to.equal(0);
  });

  it('begins with the first row in view of a table that has been scrolled', async () => {
    const chart = await drawn({data: MANY});
    const heard = listen(chart);
    const rowPx = rows(chart)[0]!.getBoundingClientRect().height;
    chart.scrollArea.scrollTop = 5000 * rowPx;
    chart.scrollArea.focus();

    await press(chart, 'ArrowDown', 'Enter');

    expect(heard.map(({index}) => index)).to.deep.equal([5000]);
    await until(
      () => chosen(chart)[0] === '5,000',
      () => 'the chosen row',
    );
  });

  it('goes on from the row that was pressed', async () => {
    const chart = await drawn({data: ROWS});
    await click(chart, 1);
    chart.scrollArea.focus();

    await press(chart, 'ArrowDown');

    expect(marked(chart)).to.equal('/c');
  });

  it('leaves the keys of header buttons, keys with modifiers and Enter on no row alone', async () => {
    const chart = await drawn({data: ROWS});
    allIn(chart, '.sort')[0]?.focus();
    expect(await press(chart, 'ArrowDown')).to.equal(true);

    chart.scrollArea.focus();
    expect(await press(chart, 'Enter')).to.equal(true);
    const event = new KeyboardEvent('keydown', {key: 'End', ctrlKey: true, cancelable: true});
    expect(chart.scrollArea.dispatchEvent(event)).to.equal(true);
    expect(marked(chart)).to.equal(null);
  });
});
