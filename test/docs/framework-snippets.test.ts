import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {sectionsOf} from '../../demo/docs/site/markdown-sections.js';
import {FRAMEWORKS} from '../../src/entries/cli/project.js';
import {toSnippetFiles} from '../../src/entries/cli/snippet.js';

const frameworks = new URL('../../demo/docs/frameworks.md', import.meta.url);
const {body = ''} =
  sectionsOf(readFileSync(frameworks, 'utf8')).find(({title}) => title === 'In two minutes') ?? {};

/** Without what marks code on the page, and what its formatter changes. */
const squeeze = (text: string) => text.replace(/^```\w*$/gm, '').replace(/[\s`]+/g, '');

describe('the page of frameworks', () => {
  for (const framework of FRAMEWORKS.filter((each) => each !== 'html')) {
    it(`has what init prints for ${framework}`, () => {
      const files = toSnippetFiles(framework, {
        host: 'https://api.us-east.aws.tinybird.co',
        pipes: ['visits_over_time'],
        publishableKey: 'pk_…',
        template: 'tinybird',
        tenancy: 'auto',
      });

      for (const {path, place, code} of files)
        assert.ok(squeeze(body).includes(squeeze(`In ${path}, ${place}:${code}`)), path);
    });
  }
});
