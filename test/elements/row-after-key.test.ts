import {expect} from '@open-wc/testing';
import {rowAfterKey} from '../../src/elements/row-after-key.js';

const VIEW = {count: 100, first: 40, page: 10};
const after = (key: string, at: number | null, view = VIEW) => rowAfterKey(key, at, view);

describe('rowAfterKey', () => {
  it('begins with the first row in view', () => {
    expect([after('ArrowDown', null), after('ArrowUp', null)]).to.deep.equal([40, 40]);
  });

  it('goes by rows, by pages less one row, and to the ends', () => {
    expect(
      ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'].map((key) => after(key, 50)),
    ).to.deep.equal([51, 49, 59, 41, 0, 99]);
  });

  it('stays at the ends', () => {
    expect([
      after('ArrowUp', 0),
      after('PageUp', 3),
      after('ArrowDown', 99),
      after('PageDown', 95),
    ]).to.deep.equal([0, 0, 99, 99]);
  });

  it('moves by a row where a page is none', () => {
    expect(after('PageDown', 5, {...VIEW, page: 0})).to.equal(6);
  });

  it('knows no other keys, and nothing in a table without rows', () => {
    expect([
      after('ArrowRight', 5),
      after('a', 5),
      after('Home', null, {...VIEW, count: 0}),
    ]).to.deep.equal([null, null, null]);
  });
});
