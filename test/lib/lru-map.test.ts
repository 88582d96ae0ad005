import {expect} from '@open-wc/testing';
import {LruMap} from '../../src/lib/lru-map.js';

describe('LruMap', () => {
  it('makes an entry once', () => {
    const map = new LruMap<string, object>(2);
    expect(map.getOrCreate('a', () => ({}))).to.equal(map.getOrCreate('a', () => ({})));
  });

  it('drops the entry unused for longest', () => {
    const map = new LruMap<string, number>(2);
    map.getOrCreate('a', () => 1);
    map.getOrCreate('b', () => 1);
    map.getOrCreate('a', () => 2);
    map.getOrCreate('c', () => 1);
    expect([map.size, map.getOrCreate('a', () => 2)]).to.deep.equal([2, 1]);
    expect(map.getOrCreate('b', () => 2)).to.equal(2);
  });
});
