import {expect} from '@open-wc/testing';
import {ALL_VISIBLE, hiddenNames, isolated, toggled} from '../../src/elements/series-visibility.js';

const ALL = ['a', 'b', 'c'];
const hidden = (visibility: Parameters<typeof hiddenNames>[0]) => [...hiddenNames(visibility, ALL)];

describe('visibility of series', () => {
  it('hides what is switched off, and knows names that are gone', () => {
    const visibility = toggled(toggled(ALL_VISIBLE, 'b'), 'gone');

    expect(hidden(visibility)).to.deep.equal(['b']);
    expect(hidden(toggled(visibility, 'b'))).to.deep.equal([]);
  });

  it('can hide everything', () => {
    expect(hidden(ALL.reduce(toggled, ALL_VISIBLE))).to.deep.equal(ALL);
  });

  it('hides all but the one that is left alone', () => {
    expect(hidden(isolated(toggled(ALL_VISIBLE, 'a'), 'a'))).to.deep.equal(['b', 'c']);
    expect(hidden(isolated(isolated(ALL_VISIBLE, 'a'), 'b'))).to.deep.equal(['a', 'c']);
  });

  it('hides nothing where the one left alone is gone', () => {
    expect(hidden(isolated(ALL_VISIBLE, 'gone'))).to.deep.equal([]);
  });
});
