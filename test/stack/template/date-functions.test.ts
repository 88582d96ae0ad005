import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {renderError, renderSql} from './render-sql.js';

const ISO = '%Y-%m-%dT%H:%M:%S.%fz';

describe('date differences', () => {
  const differences: [call: string, units: string][] = [
    [`day_diff('2026-01-01', '2026-02-01')`, '31'],
    [`day_diff('2026-02-01', '2026-01-01')`, '31'],
    [`day_diff('2028-02-28', '2028-03-01')`, '2'],
    [`date_diff_in_days('2026-01-01', '2026-01-01')`, '0'],
    [`date_diff_in_days('2026/01/01', '2026-01-04', backup_date_format='%Y/%m/%d')`, '3'],
    [`date_diff_in_hours('2026-01-01 00:00:00', '2026-01-02 01:59:59')`, '25'],
    [
      `date_diff_in_hours('2026-01-01T03:22:12.102Z', '2026-01-01', '${ISO}', None, '%Y-%m-%d')`,
      '3',
    ],
    [`date_diff_in_minutes('2026-01-01 00:00:00', '2026-01-01 00:01:59')`, '1'],
    [`date_diff_in_seconds('2026-01-01T00:00:00.500Z', '2026-01-01T00:00:02.400Z', '${ISO}')`, '1'],
    [
      `date_diff_in_hours('2026-01-01T02:00:00+02:00', '2026-01-01T00:00:00Z', '%Y-%m-%dT%H:%M:%S%z')`,
      '0',
    ],
  ];
  for (const [call, units] of differences) {
    it(`${call} is ${units}`, () => {
      assert.equal(renderSql(`{{${call}}}`), units);
    });
  }

  for (const wrong of ['2026-02-30', '2026-13-01', '26-01-01', '2026-01-01x', 'now']) {
    it(`refuses ${wrong} as a date`, () => {
      const error = renderError(`{{day_diff('2026-01-01', x)}}`, {x: wrong});

      assert.match(error.message, /invalid date format in function `day_diff`/);
      assert.equal(error.documentation, '/cli/advanced-templates.html#date_diff_in_days');
    });
  }

  it('gives None for a wrong date when asked to', () => {
    const call = `date_diff_in_hours(x, '2026-01-01 00:00:00', none_if_error=True)`;
    assert.equal(renderSql(`{% if ${call} is None %}none{% end %}`, {x: 'soon'}), 'none');
  });

  it('refuses a parameter that is absent', () => {
    assert.match(renderError(`{{day_diff(x, '2026-01-01')}}`).message, /invalid date format/);
  });

  it('compares in tags', () => {
    const template = `{% if date_diff_in_hours(String(a), String(b)) <= 2 * 24 %}hour{% else %}day{% end %}`;
    const params = {a: '2026-01-01 00:00:00', b: '2026-01-02 00:00:00'};
    assert.equal(renderSql(template, params), 'hour');
  });
});
