import {expect} from '@open-wc/testing';
import {panned, within, zoomed} from '../../src/elements/zoom-range.js';

const all = {from: 0, to: 100};

describe('zoomed', () => {
  it('keeps the value under the pointer where it is', () => {
    expect(zoomed(all, 0.5, 20, all, 1)).to.deep.equal({from: 10, to: 60});
  });

  it('is all when it would be more than all', () => {
    expect(zoomed({from: 40, to: 60}, 8, 50, all, 1)).to.equal(null);
  });

  it('stops at the least length', () => {
    expect(zoomed({from: 40, to: 60}, 0.01, 50, all, 10)).to.deep.equal({from: 45, to: 55});
  });

  it('stays inside', () => {
    expect(zoomed({from: 0, to: 20}, 2, 20, all, 1)).to.deep.equal({from: 0, to: 40});
  });
});

describe('panned', () => {
  it('moves along, as far as there is something', () => {
    expect(panned({from: 40, to: 60}, 10, all)).to.deep.equal({from: 50, to: 70});
    expect(panned({from: 40, to: 60}, 900, all)).to.deep.equal({from: 80, to: 100});
    expect(panned({from: 40, to: 60}, -900, all)).to.deep.equal({from: 0, to: 20});
  });
});

describe('within', () => {
  it('is null for all of it, and for nothing to be in', () => {
    expect(within(all, all)).to.equal(null);
    expect(within({from: 1, to: 1}, {from: 1, to: 1})).to.equal(null);
  });
});
