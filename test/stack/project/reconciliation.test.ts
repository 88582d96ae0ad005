import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';

import type {Row, RunningProject} from './running-project.js';
import {daysAgo, startRunningProject, sum} from './running-project.js';

let project: RunningProject;

before(async () => {
  project = await startRunningProject();
});

after(() => project.close());

describe('numbers of one window', () => {
  const window = {date_from: daysAgo(60), date_to: daysAgo(31)};
  const asked = async (pipe: string, params = {}): Promise<readonly Row[]> =>
    (await project.ask(pipe, 'acme', {...window, ...params})).rows;
  const kpi = async (metric: string): Promise<number> =>
    Number((await asked('kpis', {metric}))[0]?.['current']);

  for (const [pipe, params] of [
    ['visits_over_time', {granularity: 'hour'}],
    ['visits_over_time', {granularity: 'day'}],
    ['visits_over_time', {granularity: 'week'}],
    ['visits_over_time', {granularity: 'month'}],
    ['visits_by_country_over_time', {}],
    ['top_countries', {}],
    ['devices', {}],
    ['referrers', {}],
  ] as const) {
    it(`${[pipe, ...Object.values(params)].join(' by ')} adds up to the visits of kpis`, async () => {
      assert.equal(sum(await asked(pipe, params), 'visits'), await kpi('visits'));
    });
  }

  it('begin the funnel with the visits of kpis', async () => {
    assert.equal((await asked('signup_funnel'))[0]?.['visits'], await kpi('visits'));
  });

  it('have one row in visits for each visit of kpis', async () => {
    assert.equal((await asked('visits')).length, await kpi('visits'));
  });

  it('add up to the page views of kpis in top_pages', async () => {
    assert.equal(sum(await asked('top_pages'), 'views'), await kpi('page_views'));
  });

  for (const [pipe, column] of [
    ['events_by_type_over_time', 'events'],
    ['activity_heatmap', 'events'],
    ['daily_active_users', 'total_events'],
  ] as const) {
    it(`add up to the events of kpis in ${pipe}`, async () => {
      assert.equal(sum(await asked(pipe), column), await kpi('events'));
    });
  }

  for (const [pipe, column] of [
    ['revenue_over_time', 'revenue'],
    ['revenue_by_plan', 'revenue'],
    ['daily_active_users', 'total_revenue'],
  ] as const) {
    it(`add up to the revenue of kpis in ${pipe}, to the cent`, async () => {
      assert.equal(sum(await asked(pipe), column).toFixed(2), (await kpi('revenue')).toFixed(2));
    });
  }

  it('make the next window compare with them', async () => {
    const before = await kpi('visits');

    const [next] = await asked('kpis', {
      date_from: daysAgo(30),
      date_to: daysAgo(1),
      metric: 'visits',
    });

    assert.equal(next?.['previous'], before);
  });
});
