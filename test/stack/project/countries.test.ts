import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';

import type {RunningProject} from './running-project.js';
import {startRunningProject, sum} from './running-project.js';

let project: RunningProject;

before(async () => {
  project = await startRunningProject();
});

after(() => project.close());

describe('the parameter country', () => {
  for (const pipe of ['visits_over_time', 'devices', 'referrers', 'top_countries']) {
    it(`counts the visits of one country in ${pipe}`, async () => {
      const [most] = (await project.ask('top_countries', 'acme')).rows;

      const {rows} = await project.ask(pipe, 'acme', {country: String(most?.['country'])});

      assert.equal(sum(rows, 'visits'), Number(most?.['visits']));
    });
  }

  for (const [pipe, column] of [
    ['top_pages', 'views'],
    ['events_by_type_over_time', 'events'],
  ] as const) {
    it(`counts the ${column} of all countries together as ${pipe} does without one`, async () => {
      const all = sum((await project.ask(pipe, 'globex')).rows, column);
      const countries = (await project.ask('top_countries', 'globex')).rows;

      const answers = await Promise.all(
        countries.map(({country}) => project.ask(pipe, 'globex', {country: String(country)})),
      );

      assert.ok(answers.every(({rows}) => sum(rows, column) < all));
      assert.equal(
        answers.reduce((total, {rows}) => total + sum(rows, column), 0),
        all,
      );
    });
  }

  it('has no visits of a country that is none', async () => {
    const {status, rows} = await project.ask('visits_over_time', 'acme', {country: "X' OR 1"});

    assert.deepEqual([status, rows], [200, []]);
  });
});
