import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {SECRETS, useAccounts} from './support/accounts.js';
import {run} from './support/run.js';

const KEY = 'pk_test_bG9jYWwtc3RhY2suY2xlcmsuYWNjb3VudHMuZGV2JA==';

describe('the snippet of init', () => {
  const accounts = useAccounts();
  const init = (flags: readonly string[], files: Readonly<Record<string, string>> = {}) => {
    const wanted = ['--pipe', 'visits_by_org', '--tenant-param', 'org', '--dry-run'];
    return run(['init', ...accounts.flags(...wanted, ...flags)], SECRETS, undefined, files);
  };

  const snippets = [
    ['html', /data-host="http:[^]*<tinybird-chart pipe="visits_by_org">/],
    ['react', /src\/Dashboard\.jsx[^]*configure\(\{[^]*<TinybirdChart pipe="visits_by_org" \/>/],
    ['next', /app\/dashboard\/page\.jsx[^]*'use client';[^]*tinybird-chart\/react/],
    ['vue', /isCustomElement[^]*configure\(\{[^]*<tinybird-chart pipe="visits_by_org">/],
    ['nuxt', /isCustomElement[^]*app:mounted[^]*components\/Dashboard\.vue/],
    ['svelte', /import \{configure\} from 'tinybird-chart\/define'[^]*<tinybird-chart/],
    ['sveltekit', /routes\/dashboard\/\+page\.svelte[^]*<tinybird-chart/],
    ['astro', /pages\/dashboard\.astro[^]*<tinybird-chart[^]*<script>/],
    ['angular', /CUSTOM_ELEMENTS_SCHEMA[^]*<tinybird-chart/],
  ] as const;
  for (const [framework, snippet] of snippets) {
    it(`prints what ${framework} needs`, async () => {
      const {output} = await init(['--framework', framework]);

      assert.match(output, snippet);
    });

    it(`gives ${framework} the key that the page has to load Clerk with`, async () => {
      const {output} = await init(['--framework', framework, '--publishable-key', KEY]);

      assert.match(output, new RegExp(`publishable-?key(="|: ')${KEY}`, 'i'));
      assert.doesNotMatch(output, /has to run Clerk/);
    });
  }

  it('says that the page needs Clerk where no key is known', async () => {
    const {output} = await init(['--framework', 'astro']);

    assert.match(output, /has to run Clerk[^]*clerkPublishableKey: 'pk_…'/);
  });

  const projects = [
    ['Next.js, not React', {next: '16', react: '19'}, /, next:/],
    ['Nuxt, not Vue', {nuxt: '4', vue: '3'}, /, nuxt:/],
    ['SvelteKit, not Svelte', {'@sveltejs/kit': '2', svelte: '5'}, /, sveltekit:/],
    ['Astro, not its islands', {react: '19', astro: '5'}, /, astro:/],
    ['HTML where there is no framework', {lodash: '4'}, /, html:/],
  ] as const;
  for (const [name, dependencies, printed] of projects) {
    it(`knows by package.json: ${name}`, async () => {
      const files = {'package.json': JSON.stringify({dependencies})};
      const {output} = await init([], files);

      assert.match(output, printed);
    });
  }

  it('names scripts as a project in TypeScript does', async () => {
    const manifest = {devDependencies: {typescript: '6', vite: '8'}, dependencies: {react: '19'}};
    const {output} = await init([], {'package.json': JSON.stringify(manifest)});

    assert.match(output, /src\/Dashboard\.tsx/);
  });
});
