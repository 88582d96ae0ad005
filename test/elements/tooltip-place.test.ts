import {expect} from '@open-wc/testing';
import {tooltipPlace} from '../../src/elements/tooltip-place.js';

const size = {width: 100, height: 40};
const viewport = {left: 0, top: 0, right: 400, bottom: 300};
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
    const narrow = tooltipPlace({x: 60, y: 100}, size, {...viewport, right: 120}, 'left');

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

  it('stays within bounds that are not the viewport', () => {
    const bounds = {left: 200, top: 100, right: 340, bottom: 160};

    expect(tooltipPlace({x: 210, y: 110}, size, bounds, 'right')).to.deep.equal({
      left: 222,
      top: 104,
      side: 'right',
    });
    expect(tooltipPlace({x: 330, y: 300}, size, bounds, 'right')).to.deep.equal({
      left: 218,
      top: 116,
      side: 'left',
    });
  });
});
