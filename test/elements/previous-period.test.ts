import {expect} from '@open-wc/testing';
import '../../src/elements/earlier-rows.js';
import '../../src/elements/extend-plot.js';
import '../../src/elements/metric-view.js';
import '../../src/elements/table-view.js';
import {ACME, FakeClerk, GLOBEX} from '../auth/support/fake-clerk.js';
import {FakeClock} from '../support/fake-clock.js';
import {jsonResponse, type RecordedRequest, rowsResponse} from '../support/fake-fetch.js';
import {paramsOf} from '../support/filter-page.js';
import {mountQuery, type QueryChart, type QuerySetUp} from '../support/query-chart.js';
import {painted, until} from '../support/until.js';

const RANGE = {'param-date_from': '2026-01-08', 'param-date_to': '2026-01-10'};

/** Three days from the first that is asked for: 10, 20 and 30 visits, of the earlier ones a half. */
function threeDays({url}: RecordedRequest): Response {
  const from = url.searchParams.get('date_from') ?? '';
  const factor = from < '2026-01-08' ? 5 : 10;
  const data = [0, 1, 2].map((at) => ({
    day: new Date(Date.parse(from) + at * 86_400_000).toISOString().slice(0, 10),
    visits: factor * (at + 1),
  }));
  const meta = [
    {name: 'day', type: 'Date'},
    {name: 'visits', type: 'UInt64'},
  ];
  return jsonResponse(200, {meta, data, rows: data.length});
}

async function compared(setUp: QuerySetUp = {}): Promise<QueryChart> {
  const {attributes, ...rest} = setUp;
  return mountQuery({
    type: 'line',
    locale: 'en',
    answer: threeDays,
    ...rest,
    attributes: {compare: 'previous-period', ...RANGE, ...attributes},
  });
}

const has = (query: QueryChart, text: string) =>
  until(
    () => query.chart.allText.includes(text),
    () => `${text} (is ${query.chart.allText})`,
  );

describe('a chart that compares with the previous period', () => {
  it('asks the same pipe a second time, for the days right before', async () => {
    const query = await compared();

    expect(paramsOf(await query.sent(2))).to.deep.equal({
      date_from: '2026-01-05',
      date_to: '2026-01-07',
    });
    expect((await query.sent(2)).token).to.equal((await query.sent(1)).token);
  });

  it('draws both, tells both dates and the change, and says which period it was', async () => {
    const query = await compared();
    await has(query, 'Visits (previous)');
    await query.chart.isDrawn();

    expect(query.chart.plot?.ariaLabel).to.contain('Compared with Jan 5 – 7, 2026.');
    query.chart.point('pointermove', 0.5);
    await until(
      () => query.chart.tooltip.includes('+100%'),
      () => query.chart.tooltip,
    );

    expect(query.chart.tooltip).to.contain('Jan 9, 2026');
    expect(query.chart.tooltip).to.contain('vs Tue, Jan 6, 2026');
    expect(query.chart.tooltip).to.contain('Visits (previous)');
  });

  it('has the earlier values in its table and CSV', async () => {
    const query = await compared({type: 'table'});

    await query.chart.reads([
      ['Day', 'Visits', 'Visits (previous)', 'Day (previous)'],
      ['Jan 8, 2026', '10', '5', 'Jan 5, 2026'],
      ['Jan 9, 2026', '20', '10', 'Jan 6, 2026'],
      ['Jan 10, 2026', '30', '15', 'Jan 7, 2026'],
    ]);

    expect((await query.chart.element.toCSV()).split('\r\n')[1]).to.equal(
      '2026-01-08,10,5,2026-01-05',
    );
  });

  it('gives a metric its change', async () => {
    const answer = ({url}: RecordedRequest) =>
      rowsResponse([{visits: url.searchParams.get('date_from') === '2026-01-05' ? 40 : 50}]);
    const query = await compared({type: 'metric', answer});

    await has(query, '+25%');
    expect(query.chart.allText).to.contain('vs 40');
    expect(query.chart.allText).to.contain('Compared with Jan 5 – 7, 2026.');
  });

  it('takes other parameters, or the names of those that hold the period', async () => {
    const named = await compared({
      attributes: {
        'compare-params': 'since,until',
        'param-since': '2026-02-02',
        'param-until': '2026-02-02',
      },
    });
    expect(paramsOf(await named.sent(2))['since']).to.equal('2026-02-01');

    const given = await compared({attributes: {'compare-params': '{"date_from": "2025-01-08"}'}});
    expect(paramsOf(await given.sent(2))).to.deep.equal({
      date_from: '2025-01-08',
      date_to: '2026-01-10',
    });
  });

  it('stays as it is where the second query fails, and says so', async () => {
    const answer = (request: RecordedRequest) =>
      request.url.searchParams.get('date_from') === '2026-01-05'
        ? jsonResponse(400, {error: 'no'})
        : threeDays(request);
    const query = await compared({answer});
    await until(
      () => query.chart.status === 'Earlier values are not available',
      () => query.chart.status,
    );

    await query.chart.isDrawn();
    expect([query.chart.element.state, query.chart.element.error]).to.deep.equal(['ready', null]);
    expect(query.chart.allText).not.to.contain('(previous)');
  });

  it('asks once, and says so, where no parameters hold a period', async () => {
    const query = await compared({
      type: 'metric',
      attributes: {'param-date_from': '', 'param-date_to': ''},
      answer: () => rowsResponse([{visits: 1}]),
    });
    await until(
      () => query.chart.status === 'Earlier values are not available',
      () => query.chart.status,
    );
    await painted();

    expect(query.network.requests.length).to.equal(1);
  });

  it('says what is wrong with names that are not two, and is drawn without them', async () => {
    const query = await compared({attributes: {'compare-params': 'since'}});

    await until(
      () => query.chart.status.includes('compare-params must be two names'),
      () => query.chart.status,
    );
    expect(query.chart.element.state).to.equal('ready');
  });

  it('shows no earlier row of another tenant, inside the very notice of the switch', async () => {
    const clerk = new FakeClerk(new FakeClock(Date.now()));
    clerk.signIn('user_ada', ACME);
    const query = await compared({type: 'table', clerk, getToken: undefined});
    await has(query, 'Jan 5, 2026');

    clerk.switchTo(GLOBEX);

    expect(query.chart.allText).not.to.contain('2026');
    const [first, second] = [await query.sent(3), await query.sent(4)];
    expect(first.token).not.to.equal((await query.sent(1)).token);
    expect(second.token).to.equal(first.token);
  });
});
