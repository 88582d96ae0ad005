import eslint from '@eslint/js';
import {configs as litConfigs} from 'eslint-plugin-lit';
import {configs as wcConfigs} from 'eslint-plugin-wc';
import {defineConfig} from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * What each folder of src may import: folders by value, folders by type only, and the libraries
 * that live nowhere else. Everything not named is refused.
 */
const FLOORS = {
  lib: {values: [], types: [], libraries: []},
  errors: {values: [], types: [], libraries: []},
  messages: {values: [], types: [], libraries: []},
  auth: {values: ['lib', 'errors'], types: [], libraries: ['@clerk']},
  tinybird: {values: ['lib', 'errors'], types: ['auth'], libraries: ['zod']},
  query: {values: ['tinybird', 'lib', 'errors'], types: ['auth'], libraries: []},
  series: {values: ['lib', 'errors', 'messages'], types: ['tinybird'], libraries: []},
  charting: {
    values: ['series', 'lib', 'errors', 'messages'],
    types: [],
    libraries: ['chart.js'],
  },
  elements: {
    values: ['charting', 'series', 'query', 'tinybird', 'auth', 'lib', 'errors', 'messages'],
    types: [],
    libraries: ['lit'],
  },
  entries: {
    values: ['charting', 'series', 'query', 'tinybird', 'auth', 'lib', 'errors', 'messages'],
    types: ['elements'],
    libraries: ['react', 'jose', '@clack'],
  },
};

const LIBRARIES = {
  'chart.js': '^(chart\\.js|chartjs-[^/]+)(/|$)',
  lit: '^(lit|@lit|@lit-labs)(/|$)',
  zod: '^zod(/|$)',
  '@clerk': '^@clerk/',
  react: '^react(-dom)?(/|$)',
  jose: '^jose(/|$)',
  '@clack': '^@clack/',
};

/** What no folder imports; entries with components of tags may register these. */
const rootPattern = (folder) =>
  folder === 'entries'
    ? '^(\\.\\./)+(?!define\\.js$)[^/]+\\.js$'
    : '^(\\.\\./)+(entries/|[^/]+\\.js$)';

const escaped = (pattern) => pattern.replaceAll('/', '\\/');
const folderPattern = (names) => `^(\\.\\./)+(${names.join('|')})/`;

/** The two rules that hold one folder on its floor: for import statements and for `import()`. */
function floorConfig(folder) {
  const {values, types, libraries} = FLOORS[folder];
  const others = Object.keys(FLOORS).filter((name) => name !== folder);
  const refused = others.filter((name) => !values.includes(name) && !types.includes(name));
  const message = `src/${folder} may not import this; see src/ARCHITECTURE.md.`;
  const refusedPatterns = [
    rootPattern(folder),
    ...(refused.length > 0 ? [folderPattern(refused)] : []),
    ...Object.entries(LIBRARIES)
      .filter(([library]) => !libraries.includes(library))
      .map(([, pattern]) => pattern),
  ];
  const typeOnlyPatterns = types.length > 0 ? [folderPattern(types)] : [];
  const dynamic = [...refusedPatterns, ...typeOnlyPatterns].map((pattern) => ({
    selector: `ImportExpression > Literal[value=/${escaped(pattern)}/]`,
    message,
  }));
  return {
    files: [`src/${folder}/**/*.ts`],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [{name: 'zod', message: 'Import zod/mini; all of zod breaks the byte budget.'}],
          patterns: [
            ...refusedPatterns.map((regex) => ({regex, message})),
            ...typeOnlyPatterns.map((regex) => ({regex, message, allowTypeImports: true})),
          ],
        },
      ],
      'no-restricted-syntax': ['error', ...SYNTAX, ...OUTSIDE_WORLD[folder], ...dynamic],
    },
  };
}

const NO_ENUM = {selector: 'TSEnumDeclaration', message: 'Write a union of string literals.'};
const NO_DEFAULT_EXPORT = {
  selector: 'ExportDefaultDeclaration',
  message: 'Name the export; a file is named after it.',
};
const SYNTAX = [NO_ENUM, NO_DEFAULT_EXPORT];

const GLOBAL = '/^(window|globalThis|self)$/';
const CLOCK = 'Take a Clock (src/lib/clock.ts) instead.';
const NO_CLOCK = [
  {selector: "MemberExpression[object.name='Date'][property.name='now']", message: CLOCK},
  {selector: "MemberExpression[object.name='performance'][property.name='now']", message: CLOCK},
  {selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: CLOCK},
  {selector: 'CallExpression[callee.name=/^set(Timeout|Interval)$/]', message: CLOCK},
  {
    selector: `MemberExpression[object.name=${GLOBAL}][property.name=/^set(Timeout|Interval)$/]`,
    message: CLOCK,
  },
];
const FETCH = 'Only src/tinybird sends requests; take a fetch as an option.';
const NO_FETCH = [
  {selector: "CallExpression[callee.name='fetch']", message: FETCH},
  {selector: `MemberExpression[object.name=${GLOBAL}][property.name='fetch']`, message: FETCH},
];
const NO_RANDOM = [
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Take a random function as an option; its default is in src/lib/backoff.ts.',
  },
];
const OUTSIDE_WORLD = Object.fromEntries(
  Object.keys(FLOORS).map((folder) => [
    folder,
    [...NO_CLOCK, ...NO_RANDOM, ...(folder === 'tinybird' ? [] : NO_FETCH)],
  ]),
);

/** The one file that holds an effect may use it; it stays bound by everything else. */
function exempt(file, allowed) {
  const banned = [...SYNTAX, ...NO_CLOCK, ...NO_FETCH, ...NO_RANDOM];
  const rest = banned.filter((rule) => !allowed.includes(rule));
  return {files: [file], rules: {'no-restricted-syntax': ['error', ...rest]}};
}

export default defineConfig(
  {
    ignores: [
      'dist/',
      'demo/docs/dist/',
      'coverage/',
      'node_modules/',
      '.stack/',
      '.examples/',
      '**/*.d.ts',
      // Checked by the tools of their frameworks, see test/examples.
      'demo/examples/',
      'test/examples/interop/',
    ],
  },
  {linterOptions: {reportUnusedDisableDirectives: 'error'}},
  eslint.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [
      tseslint.configs.strictTypeChecked,
      litConfigs['flat/recommended'],
      wcConfigs['flat/recommended'],
    ],
    languageOptions: {
      parserOptions: {projectService: true, tsconfigRootDir: import.meta.dirname},
    },
    rules: {
      'max-lines': ['error', 250],
      'no-console': 'error',
      'no-duplicate-imports': ['error', {allowSeparateTypeImports: true}],
      eqeqeq: ['error', 'always', {null: 'ignore'}],
      'no-restricted-syntax': ['error', ...SYNTAX],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/parameter-properties': 'error',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        {allowNumber: true, allowBoolean: true},
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', {ignoreArrowShorthand: true}],
      '@typescript-eslint/no-unused-vars': ['error', {argsIgnorePattern: '^_'}],
      'lit/no-invalid-html': 'error',
      'wc/no-constructor-params': 'error',
      'wc/no-closed-shadow-root': 'error',
      'wc/no-typos': 'error',
      'wc/require-listener-teardown': 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...SYNTAX, ...NO_CLOCK, ...NO_FETCH, ...NO_RANDOM],
    },
  },
  ...Object.keys(FLOORS).map(floorConfig),
  exempt('src/lib/clock.ts', NO_CLOCK),
  exempt('src/lib/backoff.ts', NO_RANDOM),
  exempt('src/entries/cli.ts', NO_FETCH),
  {files: ['src/lib/warn-once.ts'], rules: {'no-console': 'off'}},
  {
    files: ['demo/**/*.ts', 'test/**/*.ts', 'vite.config.ts'],
    rules: {
      'no-console': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            {from: 'package', package: 'node:test', name: ['test', 'it', 'describe', 'suite']},
            // Typed as asynchronous by the DOM comparison of @open-wc/testing; it is only so for DOM.
            {from: 'package', package: '@types/chai', name: 'Equal'},
          ],
        },
      ],
    },
  },
  {files: ['vite.config.ts'], rules: {'no-restricted-syntax': ['error', NO_ENUM]}},
  {
    files: ['**/*.js'],
    languageOptions: {
      globals: Object.fromEntries(
        ['process', 'console', 'URL', 'document', 'fetch', 'requestAnimationFrame'].map((name) => [
          name,
          'readonly',
        ]),
      ),
    },
  },
);
