import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';

import {
  CATALOGUE,
  EMPTY_ORGANIZATION_SLUG,
  LIVE_DATASOURCE,
  ORGANIZATION_SLUGS,
  PUBLIC_PIPE,
  UNSAFE_PIPE,
} from '../../../demo/stack/project/catalogue.js';
import {buildLiveEvents} from '../../../demo/stack/project/live-traffic.js';
import {LOCAL_PUBLIC_READ_TOKEN} from '../../../demo/stack/settings.js';
import type {RunningProject} from './running-project.js';
import {daysAgo, startRunningProject, sum} from './running-project.js';

const SAFE_PIPES = CATALOGUE.map((each) => each.pipe).filter(
  (pipe) => pipe !== UNSAFE_PIPE && pipe !== PUBLIC_PIPE,
);
const PIPES_WITH_ROWS = SAFE_PIPES.filter((pipe) => pipe !== 'nothing_yet');
const ORGANIZATIONS_WITH_ROWS = ORGANIZATION_SLUGS.filter(
  (slug) => slug !== EMPTY_ORGANIZATION_SLUG,
);

let project: RunningProject;

before(async () => {
  project = await startRunningProject();
});

after(() => project.close());

describe('each pipe', () => {
  for (const pipe of PIPES_WITH_ROWS) {
    for (const org of ORGANIZATIONS_WITH_ROWS) {
      it(`${pipe} has rows for ${org}`, async () => {
        // The smallest organization has days without a single payment.
        const params = {date_from: daysAgo(364), minutes: '115', weeks: '40'};

        const {status, rows, error} = await project.ask(pipe, org, params);

        assert.equal(status, 200, error);
        assert.ok(rows.length > 0);
      });
    }
  }

  for (const pipe of SAFE_PIPES) {
    it(`${pipe} has columns and no rows for an organization without events`, async () => {
      const {status, rows, columns} = await project.ask(pipe, EMPTY_ORGANIZATION_SLUG);

      assert.equal(status, 200);
      assert.deepEqual(rows, []);
      assert.ok(columns.length > 0);
    });

    it(`${pipe} refuses a request without an organization`, async () => {
      const {status, error} = await project.ask(pipe, null);

      assert.equal(status, 400);
      assert.match(error ?? '', /Required parameter is not defined/);
    });

    it(`${pipe} answers for the organization of the token, whatever the URL says`, async () => {
      const {rows} = await project.ask(pipe, EMPTY_ORGANIZATION_SLUG, {org: 'acme'});

      assert.deepEqual(rows, []);
    });
  }

  it('has a column for each index, category and group of the catalogue', async () => {
    const unknown: string[] = [];
    for (const {pipe, attributes} of CATALOGUE) {
      const {columns} = await project.ask(pipe, 'acme');
      const {index, categories, 'group-by': groupBy} = attributes;
      const named = [index, ...(categories?.split(',') ?? []), groupBy];
      unknown.push(
        ...named
          .filter((name) => name !== undefined && !columns.includes(name))
          .map((name) => `${pipe}.${name}`),
      );
    }

    assert.deepEqual(unknown, []);
  });
});

describe('parameters', () => {
  it('refuses an unknown granularity', async () => {
    const {status, error} = await project.ask('visits_over_time', 'acme', {granularity: 'minute'});

    assert.equal(status, 400);
    assert.match(error ?? '', /granularity \(String\) must be hour, day, week or month/);
  });

  it('refuses a date that is none', async () => {
    const {status} = await project.ask('visits_over_time', 'acme', {date_from: 'yesterday'});

    assert.equal(status, 400);
  });

  it('refuses to sort by a column that is not offered', async () => {
    const {status} = await project.ask('events_wide', 'acme', {sort_by: 'org_id'});

    assert.equal(status, 400);
  });

  it('sorts the wide table by a column of choice', async () => {
    const {rows} = await project.ask('events_wide', 'acme', {sort_by: 'duration_ms', limit: '20'});

    const durations = rows.map((row) => Number(row['duration_ms']));
    assert.deepEqual(
      durations,
      durations.toSorted((a, b) => b - a),
    );
  });

  it('takes a percent sign in a search as a percent sign', async () => {
    const {rows} = await project.ask('top_pages', 'acme', {search: '%'});

    assert.deepEqual(rows, []);
  });

  it('finds pages by a part of their path in any case', async () => {
    const {rows} = await project.ask('top_pages', 'acme', {search: 'DOCS'});

    assert.ok(rows.length > 1);
    assert.ok(rows.every((row) => String(row['page']).includes('docs')));
  });

  it('keeps the kinds of event that are named', async () => {
    const {rows} = await project.ask('events_by_type_over_time', 'acme', {
      event_types: 'search,export',
    });

    assert.deepEqual([...new Set(rows.map((row) => row['event']))].toSorted(), [
      'export',
      'search',
    ]);
  });
});

describe('all_types', () => {
  it('holds what JSON numbers cannot, in the first rows', async () => {
    const {rows} = await project.ask('all_types', 'acme', {
      output_format_json_quote_64bit_integers: '1',
    });

    const [first] = rows;
    assert.deepEqual(
      [first?.['big'], first?.['big_negative'], first?.['odd_float'], rows[1]?.['maybe_text']],
      ['9007199254740993', '-9007199254740993', null, null],
    );
  });

  it('holds collections as JSON has them', async () => {
    const {rows} = await project.ask('all_types', 'acme');

    const {tags, counts, point, named_point: namedPoint} = rows[3] ?? {};
    assert.deepEqual(
      {tags, counts, point, namedPoint},
      {
        tags: ['tag-0', 'tag-1', 'tag-2'],
        counts: {opened: 9, closed: 3},
        point: [0.3, 0.15],
        namedPoint: {x: 0.3, y: 0.15},
      },
    );
  });
});

describe('raw_latency', () => {
  it('has 100,000 points in the order of time', async () => {
    const {rows} = await project.ask('raw_latency', 'acme');

    const times = rows.map((row) => String(row['timestamp']));
    assert.equal(rows.length, 100_000);
    assert.ok(times.every((time, index) => index === 0 || time >= (times[index - 1] ?? '')));
  });
});

describe('live_visits', () => {
  it('shows what was appended a moment ago', async () => {
    // Longer than the history, so that nothing leaves the window between the two answers.
    const views = async (): Promise<number> =>
      sum((await project.ask('live_visits', 'globex', {minutes: '600'})).rows, 'views');
    const before = await views();
    const now = Date.now();
    const appended = buildLiveEvents(now - 20_000, now, () => 0.5);

    const status = await project.append(LIVE_DATASOURCE, appended);

    assert.ok(status === 200 || status === 202);
    assert.equal(
      (await views()) - before,
      appended.filter((row) => row.org_id === 'globex').length,
    );
  });
});

describe('pipes that are not of one organization', () => {
  it('reads the public pipe with the public token', async () => {
    const {status, rows} = await project.askWithToken(PUBLIC_PIPE, LOCAL_PUBLIC_READ_TOKEN);

    assert.equal(status, 200);
    assert.equal(rows.length, 29);
  });

  it('refuses the public token every other pipe', async () => {
    const {status} = await project.askWithToken('visits_over_time', LOCAL_PUBLIC_READ_TOKEN);

    assert.equal(status, 403);
  });

  it('shows all organizations in the shape of the Clerk template when none is active', async () => {
    const {rows} = await project.ask(UNSAFE_PIPE, null);

    assert.ok(rows.some((row) => Number(row['organizations']) >= 3));
  });

  it('shows one in the shape of the Clerk template when one is active', async () => {
    const {rows} = await project.ask(UNSAFE_PIPE, 'acme');

    assert.ok(rows.every((row) => row['organizations'] === 1));
  });
});
