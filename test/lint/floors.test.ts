import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {ESLint} from 'eslint';
import tseslint from 'typescript-eslint';

const eslint = new ESLint({
  cwd: fileURLToPath(new URL('../..', import.meta.url)),
  // The samples are texts, not files, so rules that need types stay out.
  overrideConfig: [
    {
      ...tseslint.configs.disableTypeChecked,
      languageOptions: {parserOptions: {projectService: false, project: null}},
    },
    {files: ['**/*.ts'], rules: {'@typescript-eslint/no-unused-vars': 'off'}},
  ] as NonNullable<ESLint.Options['overrideConfig']>,
});

async function rulesBrokenBy(code: string, filePath: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, {filePath});
  return [...new Set(result?.messages.map(({ruleId, message}) => ruleId ?? message))].sort();
}

const IMPORTS = '@typescript-eslint/no-restricted-imports';
const SYNTAX = 'no-restricted-syntax';
const FILES: Readonly<Record<string, string>> = {
  lib: 'delay',
  errors: 'chart-error',
  messages: 'catalogue',
  auth: 'token-source',
  tinybird: 'client',
  query: 'query',
  series: 'build-series',
  charting: 'chart-view',
  elements: 'tinybird-chart',
  entries: 'client',
};
const LIBRARIES: Record<string, string> = {
  'chart.js': 'charting',
  lit: 'elements',
  '@lit/context': 'elements',
  'zod/mini': 'tinybird',
  '@clerk/shared/x': 'auth',
  'react-dom/client': 'entries',
  jose: 'entries',
  '@clack/prompts': 'entries',
};
const ALLOWED: Record<string, readonly string[]> = {
  lib: [],
  errors: [],
  messages: [],
  auth: ['lib', 'errors'],
  tinybird: ['lib', 'errors'],
  query: ['tinybird', 'lib', 'errors'],
  series: ['lib', 'errors', 'messages'],
  charting: ['series', 'lib', 'errors', 'messages'],
  elements: ['charting', 'series', 'query', 'tinybird', 'auth', 'lib', 'errors', 'messages'],
  entries: ['charting', 'series', 'query', 'tinybird', 'auth', 'lib', 'errors', 'messages'],
};
const TYPES_ONLY: Record<string, readonly string[]> = {
  tinybird: ['auth'],
  query: ['auth'],
  series: ['tinybird'],
  entries: ['elements'],
};

describe('floors of src', () => {
  for (const [from, allowed] of Object.entries(ALLOWED)) {
    const filePath = `src/${from}/sample.ts`;
    for (const to of Object.keys(FILES).filter((folder) => folder !== from)) {
      const specifier = `../${to}/${String(FILES[to])}.js`;
      const isAllowed = allowed.includes(to);
      const isTypeOnly = TYPES_ONLY[from]?.includes(to) ?? false;

      it(`${from} ${isAllowed ? 'imports' : 'does not import'} values of ${to}`, async () => {
        const broken = await rulesBrokenBy(`import {x} from '${specifier}';\nx();\n`, filePath);
        assert.deepEqual(broken, isAllowed ? [] : [IMPORTS]);
      });

      it(`${from} ${isAllowed ? 'loads' : 'does not load'} ${to} lazily`, async () => {
        const broken = await rulesBrokenBy(`void import('${specifier}');\n`, filePath);
        assert.deepEqual(broken, isAllowed ? [] : [SYNTAX]);
      });

      if (isAllowed) continue;
      it(`${from} ${isTypeOnly ? 'imports' : 'does not import'} types of ${to}`, async () => {
        const code = `import type {X} from '${specifier}';\nexport type Y = X;\n`;
        assert.deepEqual(await rulesBrokenBy(code, filePath), isTypeOnly ? [] : [IMPORTS]);
      });
    }

    for (const [library, home] of Object.entries(LIBRARIES)) {
      it(`${from} ${from === home ? 'imports' : 'does not import'} ${library}`, async () => {
        const broken = await rulesBrokenBy(`import {x} from '${library}';\nx();\n`, filePath);
        assert.deepEqual(broken, from === home ? [] : [IMPORTS]);
      });
    }

    it(`${from} does not import the entry files`, async () => {
      const broken = await rulesBrokenBy(`import {x} from '../index.js';\nx();\n`, filePath);
      assert.deepEqual(broken, [IMPORTS]);
    });
  }

  it('entries alone register the tags', async () => {
    const code = `import '../../define.js';\n`;
    assert.deepEqual(await rulesBrokenBy(code, 'src/entries/react/sample.ts'), []);
    assert.deepEqual(await rulesBrokenBy(code, 'src/elements/views/sample.ts'), [IMPORTS]);
  });

  it('tinybird does not import all of zod', async () => {
    const broken = await rulesBrokenBy(`import {z} from 'zod';\nz();\n`, 'src/tinybird/s.ts');
    assert.deepEqual(broken, [IMPORTS]);
  });
});

const EFFECTS: readonly (readonly [code: string, home: string])[] = [
  ["void fetch('/x');", 'src/tinybird/sample.ts'],
  ['export const send = globalThis.fetch;', 'src/tinybird/sample.ts'],
  ['export const now = Date.now();', 'src/lib/clock.ts'],
  ['export const now = performance.now();', 'src/lib/clock.ts'],
  ['export const now = new Date();', 'src/lib/clock.ts'],
  ['setTimeout(() => 1, 1);', 'src/lib/clock.ts'],
  ['globalThis.setInterval(() => 1, 1);', 'src/lib/clock.ts'],
  ['export const random = Math.random;', 'src/lib/backoff.ts'],
];

describe('effects', () => {
  for (const [code, home] of EFFECTS) {
    it(`"${code}" is allowed in ${home} alone`, async () => {
      assert.deepEqual(await rulesBrokenBy(`${code}\n`, home), []);
      for (const elsewhere of ['src/query/sample.ts', 'src/elements/sample.ts', 'src/cdn.ts']) {
        assert.deepEqual(await rulesBrokenBy(`${code}\n`, elsewhere), [SYNTAX]);
      }
    });
  }

  it('the console is for warn-once alone', async () => {
    assert.deepEqual(await rulesBrokenBy(`console.warn('x');\n`, 'src/lib/warn-once.ts'), []);
    assert.deepEqual(await rulesBrokenBy(`console.warn('x');\n`, 'src/lib/x.ts'), ['no-console']);
  });
});

describe('house style', () => {
  const samples = [
    ['export default 1;', SYNTAX],
    ['export enum Kind {A}', SYNTAX],
    [
      'export class A { constructor(readonly x: number) {} }',
      '@typescript-eslint/parameter-properties',
    ],
    ['// line\n'.repeat(251), 'max-lines'],
  ] as const;
  for (const [code, rule] of samples) {
    it(`"${code.slice(0, 40).trim()}" breaks ${rule}`, async () => {
      assert.ok((await rulesBrokenBy(`${code}\n`, 'src/query/sample.ts')).includes(rule));
    });
  }
});
