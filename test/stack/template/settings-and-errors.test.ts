import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {compileTemplate} from '../../../demo/stack/tinybird/template/compile-template.js';
import {renderError, renderSql} from './render-sql.js';

const SOURCE = {pipe: 'sales', node: 'endpoint'};

describe('setting functions', () => {
  it('print a comment line and leave a setting', () => {
    const rendered = compileTemplate(
      `%{{max_threads(4)}}{{cache_ttl('5m')}}{{backend_hint('big')}}{{activate('analyzer')}}SELECT 1`,
      SOURCE,
    ).render({});

    assert.equal(
      rendered.sql,
      '-- max_threads 4\n-- cache_ttl 5m\n-- backend_hint big\n-- activate analyzer\nSELECT 1',
    );
    assert.deepEqual(rendered.settings, {
      max_threads: 4,
      cache_ttl: '5m',
      backend_hint: 'big',
      activate: 'analyzer',
    });
  });

  it('max_threads does not echo what is no number', () => {
    const rendered = compileTemplate('%{{max_threads(x)}}', SOURCE).render({x: '1\nDROP'});

    assert.equal(rendered.sql, '-- max_threads: wrong argument\n');
    assert.deepEqual(rendered.settings, {});
  });

  for (const call of ['cache_ttl(x)', 'activate(x)', 'disable(x)', 'backend_hint(x)']) {
    it(`${call} refuses a line break`, () => {
      assert.equal(renderError(`{{${call}}}`, {x: '5m\nDROP'}).status, 400);
    });
  }

  it('backend_hint(False) takes the hint back', () => {
    const compiled = compileTemplate(`%{{backend_hint('a')}}{{backend_hint(False)}}`, SOURCE);
    assert.deepEqual(compiled.render({}).settings, {});
  });

  it('each render starts without settings', () => {
    const compiled = compileTemplate('%{% if defined(x) %}{{max_threads(2)}}{% end %}', SOURCE);

    compiled.render({x: 1});

    assert.deepEqual(compiled.render({}).settings, {});
  });
});

describe('errors that a template raises', () => {
  it('error() answers 400 with its text alone', () => {
    const error = renderError(`{{error('start_date (DateTime) query param is required')}}`);

    assert.equal(error.message, 'start_date (DateTime) query param is required');
    assert.equal(error.status, 400);
    assert.equal(error.body, undefined);
  });

  it('custom_error() answers with its object and status', () => {
    const error = renderError(`{{custom_error({'error': 'gone', 'id': Int32(x)}, 410)}}`, {x: 7});

    assert.equal(error.status, 410);
    assert.deepEqual(error.body, {error: 'gone', id: 7});
  });

  it('custom_error() is 400 without a status, or with one that is no error', () => {
    assert.equal(renderError(`{{custom_error({'a': 1})}}`).status, 400);
    assert.equal(renderError(`{{custom_error({'a': 1}, 200)}}`).status, 400);
  });
});

describe('what a render knows besides parameters', () => {
  const now = new Date('2026-03-04T05:06:07.890Z');

  it('job_timestamp is the time of the render', () => {
    assert.equal(renderSql('{{DateTime(job_timestamp)}}', {}, {now}), `'2026-03-04 05:06:07'`);
  });

  it('a given job_timestamp wins', () => {
    const params = {job_timestamp: '2020-01-01 00:00:00'};
    assert.equal(renderSql('{{job_timestamp}}', params, {now}), `'2020-01-01 00:00:00'`);
  });

  it('tb_secret() is a literal of the secret', () => {
    assert.equal(renderSql(`{{tb_secret('key')}}`, {}, {secrets: {key: `a'b`}}), `'a\\'b'`);
  });

  it('tb_secret() falls back to its default', () => {
    assert.equal(renderSql(`{{tb_secret('key', 'none')}}`), `'none'`);
  });

  it('tb_secret() without secret or default is an error', () => {
    assert.match(
      renderError(`{{tb_secret('toString')}}`).message,
      /Cannot access secret 'toString'/,
    );
  });
});
