import {expect} from '@open-wc/testing';
import {slicePath, toSlices} from '../../src/charting/slices.js';

const SVG = 'http://www.w3.org/2000/svg';

/** Tells for each point whether a slice covers it. */
function covers(path: string, points: readonly (readonly [number, number])[]): boolean[] {
  const svg = document.createElementNS(SVG, 'svg');
  const shape = document.createElementNS(SVG, 'path');
  shape.setAttribute('d', path);
  svg.append(shape);
  document.body.append(svg);
  const result = points.map(([x, y]) => shape.isPointInFill(new DOMPoint(x, y)));
  svg.remove();
  return result;
}

const EAST = [30, 0] as const;
const SOUTH = [0, 30] as const;
const WEST = [-30, 0] as const;
const CENTRE = [1, 1] as const;

describe('toSlices', () => {
  it('goes round once, as far as each share', () => {
    expect(toSlices([1, 2, 1])).to.deep.equal([
      {from: 0, to: 0.25},
      {from: 0.25, to: 0.75},
      {from: 0.75, to: 1},
    ]);
  });

  it('makes nothing of zeros', () => {
    expect(toSlices([0, 0])).to.deep.equal([
      {from: 0, to: 0},
      {from: 0, to: 0},
    ]);
  });
});

describe('slicePath', () => {
  for (const [name, slice, inner, covered] of [
    ['a quarter from the top', {from: 0.125, to: 0.375}, 0, [true, false, false, true]],
    ['more than a half', {from: 0.2, to: 0.9}, 0, [true, true, true, true]],
    ['a full turn', {from: 0, to: 1}, 0, [true, true, true, true]],
    ['a ring', {from: 0, to: 1}, 20, [true, true, true, false]],
    ['a part of a ring', {from: 0.4, to: 0.8}, 20, [false, true, true, false]],
    ['most of a ring', {from: 0.2, to: 0.7}, 20, [true, true, false, false]],
  ] as const) {
    it(`covers ${name}`, () => {
      const points = [EAST, SOUTH, WEST, CENTRE];

      expect(covers(slicePath(slice, 48, inner), points)).to.deep.equal(covered);
    });
  }
});
