import {expect, fixture, html} from '@open-wc/testing';
import '../../src/elements/filter-source.js';
import '../../src/elements/range-tool.js';
import {ACME, FakeClerk, GLOBEX} from '../auth/support/fake-clerk.js';
import {mountChart} from '../support/chart-harness.js';
import {FakeClock} from '../support/fake-clock.js';
import {rowsResponse} from '../support/fake-fetch.js';
import {shows, mountList, mountTarget, PAGES, paramsOf, pressMark} from '../support/filter-page.js';
import {allIn} from '../support/html-drawing.js';
import {dailyResponse, mountQuery} from '../support/query-chart.js';
import {drag} from '../support/range-chart.js';
import {painted, until} from '../support/until.js';

describe('a chart that filters others', () => {
  it('sets a parameter of the charts named, and takes it back', async () => {
    const target = await mountTarget('one');
    const other = await mountTarget('two');
    const list = await mountList('#one');

    await pressMark(list.chart, 1);
    await shows(target, {page: '/b'});
    await pressMark(list.chart, 0);
    await shows(target, {page: '/a'});
    await pressMark(list.chart, 0);
    await shows(target, {});

    expect(other.network.requests.length).to.equal(1);
    expect(list.network.requests.length).to.equal(1);
  });

  it('reaches all charts of a provider, through shadow roots, and later ones', async () => {
    const place = await fixture<HTMLElement>(
      html`<div>
        <tinybird-provider id="board" param-plan="team"><p></p></tinybird-provider>
      </div>`,
    );
    const inner = place.querySelector('p')!.attachShadow({mode: 'open'});
    const box = inner.appendChild(document.createElement('div'));
    const list = await mountList('#board', {filterParam: 'path'}, place.querySelector('#board')!);
    await pressMark(list.chart, 1);
    await until(
      () =>
        list.chart.element.matches(':defined') &&
        allIn(list.chart, '[aria-selected=true]').length === 1,
      () => 'a page that is chosen',
    );
    const target = await mountTarget('late', {attributes: {'param-path': '/x'}}, box);

    await shows(target, {plan: 'team', path: '/b'});
    expect(paramsOf(list.network.last)).to.deep.equal({plan: 'team'});
  });

  it('does not loop with one that filters it', async () => {
    const first = await mountList('#second', {attributes: {id: 'first'}});
    const second = await mountList('#first', {attributes: {id: 'second'}, filterParam: 'path'});

    await pressMark(first.chart, 0);
    await second.sent(2);
    await second.chart.reaches('ready');
    expect(paramsOf(second.network.last)).to.deep.equal({page: '/a'});
    await pressMark(second.chart, 1);
    await first.sent(2);
    expect(paramsOf(first.network.last)).to.deep.equal({path: '/b'});
    await painted();

    expect([first.network.requests.length, second.network.requests.length]).to.deep.equal([2, 2]);
    expect(allIn(first.chart, '[aria-selected=true]').length).to.equal(1);
  });

  it('sets the range of a provider', async () => {
    const place = await fixture<HTMLElement>(
      html`<tinybird-provider id="span"></tinybird-provider>`,
    );
    const target = await mountTarget('ranged', {}, place);
    const answer = () => dailyResponse({visits: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]});
    const setUp = {type: 'line', brush: true, noLegend: true, filters: '#span', answer} as const;
    const {chart, network} = await mountQuery(setUp, place);
    await chart.isDrawn();
    await until(
      () => allIn(chart, '.range-tools').length > 0,
      () => 'tools for ranges',
    );

    await drag(chart, 0.3, 0.7);
    await shows(target, {date_from: '2026-01-04', date_to: '2026-01-07'});
    chart.press('Clear range');
    await shows(target, {});

    expect(network.requests.length).to.equal(1);
  });

  it('sets days where its hours filter something by days', async () => {
    const place = await fixture<HTMLElement>(
      html`<div>
        <form id="entered"><input type="datetime-local" name="date_to" /></form>
      </div>`,
    );
    const days = await mountTarget('days', {}, place);
    const times = await mountTarget(
      'times',
      {attributes: {'param-date_from': '2026-01-01 00:00:00'}},
      place,
    );
    const data = Array.from({length: 10}, (_, at) => ({
      hour: `2026-01-05 0${at}:00:00`,
      visits: at,
    }));
    const chart = await mountChart(
      {type: 'line', brush: true, noLegend: true, filters: '#days, #times, #entered', data},
      place,
    );
    await chart.isDrawn();
    await until(
      () => allIn(chart, '.range-tools').length > 0,
      () => 'tools for ranges',
    );

    await drag(chart, 0.3, 0.7);

    await shows(days, {date_from: '2026-01-05', date_to: '2026-01-05'});
    await shows(times, {date_from: '2026-01-05 03:00:00', date_to: '2026-01-05'});
    await holds(document.querySelector<HTMLInputElement>('#entered input')!, '2026-01-05T06:59:59');
  });

  it('gives up what is chosen when it has no rows left', async () => {
    const answers = [rowsResponse(PAGES), rowsResponse([])];
    const target = await mountTarget('kept');
    const list = await mountList('#kept', {answer: () => answers.shift()});
    await pressMark(list.chart, 0);
    await shows(target, {page: '/a'});

    await list.chart.element.refetch();
    await list.chart.reaches('empty');

    await shows(target, {});
  });

  it('takes back what it set when it is removed, or filters no more', async () => {
    const target = await mountTarget('left');
    const list = await mountList('#left');
    await pressMark(list.chart, 0);
    await shows(target, {page: '/a'});

    list.chart.element.filters = undefined;
    await shows(target, {});
    list.chart.element.filters = '#left';
    await shows(target, {page: '/a'});
    list.chart.element.remove();

    await shows(target, {});
  });

  it('says what is wrong with a selector', async () => {
    const chart = await mountChart({filters: '#a,', data: PAGES});
    await chart.reaches('error');

    expect(chart.element.error?.code).to.equal('misconfigured');
    expect(chart.element.error?.message).to.contain('#a,');
  });
});

const holds = (control: HTMLInputElement | undefined, value: string) =>
  until(
    () => control?.value === value,
    () => `${value} (is ${control?.value})`,
  );

describe('filters and form controls', () => {
  const form = async () =>
    fixture<HTMLFormElement>(
      html`<form id="search">
        <input name="page" value="/before" /><input type="date" name="date_from" />
        <input type="password" name="page" value="kept" />
      </form>`,
    );

  it('fill in a control, whose form other charts follow, and give back what it had', async () => {
    const fields = await form();
    const heard: string[] = [];
    for (const type of ['input', 'change']) fields.addEventListener(type, () => heard.push(type));
    const list = await mountList('#search');
    const [page, , secret] = fields.querySelectorAll('input');
    const target = await mountTarget('by-form', {attributes: {form: 'search'}});

    await pressMark(list.chart, 1);
    await holds(page, '/b');
    expect(heard).to.deep.equal(['input', 'change']);
    await shows(target, {page: '/b'});
    await pressMark(list.chart, 1);

    expect([page?.value, secret?.value]).to.deep.equal(['/before', 'kept']);
  });

  it('leave alone what somebody has typed since', async () => {
    const fields = await form();
    const list = await mountList('#search input[name=page]', {filterParam: 'anything'});
    const [page] = fields.querySelectorAll('input');
    await pressMark(list.chart, 1);
    await holds(page, '/b');

    page!.value = '/mine';
    await pressMark(list.chart, 1);

    expect(page?.value).to.equal('/mine');
  });
});

it('never asks for what another tenant has chosen', async () => {
  const clerk = new FakeClerk(new FakeClock(Date.now()));
  clerk.signIn('user_ada', ACME);
  const byClerk = {clerk, getToken: undefined};
  const target = await mountTarget('tenant', byClerk);
  const list = await mountList('#tenant', byClerk);
  await pressMark(list.chart, 0);
  await shows(target, {page: '/a'});
  const before = target.network.requests.length;

  clerk.switchTo(GLOBEX);
  await target.sent(before + 1);
  await target.chart.reaches('ready');
  await painted();

  const after = target.network.requests.slice(before).map(paramsOf);
  expect(after).to.deep.equal([{}]);
});
