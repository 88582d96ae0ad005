import {expect} from '@open-wc/testing';
import {tooltipPlace} from '../../src/elements/tooltip-place.js';

const size = {width: 100, height: 40};
const viewport = {width: 400, height: 300};
const place = (x: number, y: number, wanted: 'left' | 'right') =>
  tooltipPlace({x, y}, size, viewport, wanted);

describe('tooltipPlace', () => {
  it('stands beside its point, in the middle', () => {
    expect(place(100, 100, 'right')).to.deep.equal({left: 112, top: 80, side: 'right'});
    expect(place(300, 100, 'left')).to.deep.equal({left: 188, top: 80, side: 'left'});
  });

  it('goes to the other side where the wanted one has no room', () => {
    expect(place(350, 100, 'right').side).to.equal('left');
    expect(place(50, 100, 'left').side).to.equal('right');
  });

  it('stays where it is wanted if neither side has room', () => {
    const narrow = tooltipPlace({x: 60, y: 100}, size, {width: 120, height: 300}, 'left');

    expect(narrow.side).to.equal('left');
    expect(narrow.left).to.equal(4);
  });

  for (const [name, y, top] of [
    ['upper', 0, 4],
    ['lower', 300, 256],
  ] as const) {
    it(`never passes the ${name} edge`, () => {
      expect(place(100, y, 'right').top).to.equal(top);
    });
  }
});
