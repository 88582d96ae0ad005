import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {parsePipeFile} from '../../../demo/stack/tinybird/datafile/parse-pipe-file.js';
import {compileTemplate} from '../../../demo/stack/tinybird/template/compile-template.js';
import {TemplateError} from '../../../demo/stack/tinybird/template/template-error.js';
import type {TemplateParams} from '../../../demo/stack/tinybird/template/compiled-template.js';

const LOGS = `
DESCRIPTION Log lines of one organization

NODE filtered
SQL >
    %
    SELECT *
    FROM logs
    WHERE org = {{String(org, description='Slug of the organization', required=True)}}
    {% if not defined(start_date) %}
      {{error('start_date (DateTime) query param is required')}}
    {% end %}
    AND at >= {{DateTime(start_date)}}
    {% if defined(service) and service != [''] %}
      AND service IN {{Array(service, 'String')}}
    {% end %}
    {% if defined(search) and search != '' %}
      AND message ILIKE concat('%', {{String(search)}}, '%')
    {% end %}

NODE endpoint
SQL >
    %
    SELECT
    {% if date_diff_in_hours(String(start_date), String(end_date, '2026-01-03 00:00:00')) <= 2 * 24 %}
      toStartOfHour(at)
    {% elif defined(step) and step == 'week' %}
      toMonday(at)
    {% else %}
      toDate(at)
    {% end %} AS bucket, count() AS lines
    FROM filtered
    GROUP BY bucket
    ORDER BY {{column(sort_by, 'bucket')}} {% if order == 'desc' %}DESC{% else %}ASC{% end %}
    LIMIT {{Int32(page_size, 100)}} OFFSET {{Int32(page, 0) * Int32(page_size, 100)}}

TYPE endpoint
`;

const [filtered, endpoint] = parsePipeFile(LOGS, 'logs_over_time.pipe').nodes.map(({name, sql}) =>
  compileTemplate(sql, {pipe: 'logs_over_time', node: name}),
);

/** Renders both nodes with single blanks, so that the layout of the template does not matter. */
function render(params: TemplateParams): {filtered: string; endpoint: string} {
  assert.ok(filtered && endpoint);
  const fold = (sql: string): string => sql.replace(/\s+/g, ' ').trim();
  return {
    filtered: fold(filtered.render(params).sql),
    endpoint: fold(endpoint.render(params).sql),
  };
}

describe('a pipe as users write them', () => {
  it('renders with the fewest parameters', () => {
    assert.deepEqual(render({org: 'acme', start_date: '2026-01-01 00:00:00'}), {
      filtered: `SELECT * FROM logs WHERE org = 'acme' AND at >= '2026-01-01 00:00:00'`,
      endpoint:
        'SELECT toStartOfHour(at) AS bucket, count() AS lines FROM filtered GROUP BY bucket ' +
        "ORDER BY `bucket` ASC LIMIT toInt32('100') OFFSET 0",
    });
  });

  it('renders with every parameter', () => {
    const params = {
      org: "ac'me",
      start_date: '2025-12-01 00:00:00',
      service: ['api', 'web'],
      search: '50%',
      step: 'week',
      sort_by: 'lines',
      order: 'desc',
      page: '2',
      page_size: 20,
    };

    assert.deepEqual(render(params), {
      filtered:
        `SELECT * FROM logs WHERE org = 'ac\\'me' AND at >= '2025-12-01 00:00:00' ` +
        `AND service IN ['api','web'] AND message ILIKE concat('%', '50\\%', '%')`,
      endpoint:
        'SELECT toMonday(at) AS bucket, count() AS lines FROM filtered GROUP BY bucket ' +
        "ORDER BY `lines` DESC LIMIT toInt32('20') OFFSET 40",
    });
  });

  it('counts empty parameters as given', () => {
    const {filtered: sql} = render({
      org: '',
      start_date: '2026-01-01 00:00:00',
      service: '',
      search: '',
    });
    assert.equal(sql, `SELECT * FROM logs WHERE org = '' AND at >= '2026-01-01 00:00:00'`);
  });

  it('answers with the error it raises itself', () => {
    assert.throws(
      () => render({org: 'acme'}),
      (error) =>
        error instanceof TemplateError &&
        error.status === 400 &&
        error.message === 'start_date (DateTime) query param is required',
    );
  });

  it('names the organization when that is missing', () => {
    assert.throws(
      () => render({start_date: '2026-01-01 00:00:00'}),
      /Required parameter is not defined\. Check the parameters org\./,
    );
  });

  it('documents its parameters', () => {
    assert.deepEqual(
      filtered?.parameters.map(({name, type, required}) => ({name, type, required})),
      [
        {name: 'org', type: 'String', required: true},
        {name: 'start_date', type: 'DateTime', required: false},
        {name: 'service', type: 'Array(String)', required: false},
        {name: 'search', type: 'String', required: false},
      ],
    );
  });
});
