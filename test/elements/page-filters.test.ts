import {expect, fixture, html} from '@open-wc/testing';
import {
  filterParams,
  isSelector,
  onPageFilters,
  setPageFilter,
} from '../../src/elements/page-filters.js';

describe('filters of a page', () => {
  const sources: Element[] = [];
  const isCurrent = () => true;
  const source = () => {
    const element = document.createElement('div');
    sources.push(element);
    return element;
  };
  afterEach(() => sources.splice(0).forEach((element) => setPageFilter(element, null)));

  it('reach what matches and what is inside of it, through shadow roots', async () => {
    const place = await fixture<HTMLElement>(
      html`<div class="board">
        <p><span></span></p>
      </div>`,
    );
    const inner = place.querySelector('span')!.attachShadow({mode: 'open'});
    inner.append(document.createElement('i'));
    setPageFilter(source(), {
      targets: '.nothing, .board',
      paramsFor: () => ({page: '/a'}),
      isCurrent,
    });

    expect(filterParams(inner.firstElementChild!, {})).to.deep.equal({page: '/a'});
    expect(filterParams(place, {})).to.deep.equal({page: '/a'});
    expect(filterParams(document.body, {})).to.deep.equal({});
  });

  it('never come back to their source', () => {
    const both = source();
    setPageFilter(both, {targets: '*', paramsFor: () => ({page: '/a'}), isCurrent});

    expect(filterParams(both, {})).to.deep.equal({});
  });

  it('are merged, and what was chosen last wins', () => {
    const [first, second] = [source(), source()];
    setPageFilter(first, {targets: '*', paramsFor: () => ({page: '/a', plan: 'team'}), isCurrent});
    setPageFilter(second, {targets: '*', paramsFor: () => ({page: '/b'}), isCurrent});
    expect(filterParams(document.body, {})).to.deep.equal({page: '/b', plan: 'team'});

    setPageFilter(first, {targets: '*', paramsFor: () => ({page: '/c'}), isCurrent});
    expect(filterParams(document.body, {})).to.deep.equal({page: '/c'});

    setPageFilter(first, null);
    expect(filterParams(document.body, {})).to.deep.equal({page: '/b'});
  });

  it('end with the rows that were chosen from', () => {
    let isOwn = true;
    setPageFilter(source(), {
      targets: '*',
      paramsFor: () => ({page: '/a'}),
      isCurrent: () => isOwn,
    });
    isOwn = false;

    expect(filterParams(document.body, {})).to.deep.equal({});
  });

  it('tell of changes, and of nothing that was not there', () => {
    let heard = 0;
    const stop = onPageFilters(() => (heard += 1));
    const one = source();

    setPageFilter(one, null);
    setPageFilter(one, {targets: '*', paramsFor: () => ({page: '/a'}), isCurrent});
    setPageFilter(one, null);
    stop();

    expect(heard).to.equal(2);
  });

  it('know a selector', () => {
    expect(isSelector('#a, .b > c')).to.equal(true);
    expect(isSelector('#a,')).to.equal(false);
    expect(isSelector('!')).to.equal(false);
  });
});
