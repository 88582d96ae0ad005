import {readFileSync, readdirSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import type {ModuleInfo} from 'rolldown';
import {minify} from 'terser';
import {defineConfig, type Plugin, type UserConfig} from 'vite';
import {compileAhead} from './test/build/compile-ahead.js';
import {compactTemplates} from './test/build/compact-templates.js';
import {inlineRuntime} from './test/build/inline-runtime.js';
import {integrity} from './test/build/integrity.js';
import {skeletonSheet} from './test/build/skeleton-sheet.js';
import {plainDecorators} from './test/build/plain-decorators.js';
import {shortenChart} from './test/build/shorten-chart.js';
import {splitChart} from './test/build/split-chart.js';

const root = fileURLToPath(new URL('.', import.meta.url));
const {dependencies, peerDependencies} = JSON.parse(
  readFileSync(`${root}package.json`, 'utf8'),
) as Record<'dependencies' | 'peerDependencies', Record<string, string>>;

/** The public entries beside `index` and `define`: one file each in src/entries. */
function extraEntries(isWanted: (name: string) => boolean = () => true): Record<string, string> {
  let names: string[] = [];
  try {
    names = readdirSync(`${root}src/entries`).filter(
      (name) => /^[\w-]+\.ts$/.test(name) && isWanted(name),
    );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return Object.fromEntries(
    names.map((name) => [`entries/${name.replace('.ts', '')}`, `src/entries/${name}`]),
  );
}

/** Patterns of packages, and of Node's modules, that stay imports. */
function externalPackages(isExternal: (name: string) => boolean = () => true): RegExp[] {
  const names = Object.keys({...dependencies, ...peerDependencies}).filter(isExternal);
  return [/^node:/, ...names.map((name) => new RegExp(`^${name}(/|$)`))];
}

const sourceEntries = {index: 'src/index.ts', define: 'src/define.ts'};

/** For bundlers: dependencies stay imports, the code stays readable, lazy parts stay lazy. */
const packageBuild: UserConfig = {
  plugins: [skeletonSheet()],
  build: {
    target: 'es2022',
    outDir: 'dist',
    minify: false,
    lib: {
      entry: {...sourceEntries, ...extraEntries()},
      formats: ['es'],
    },
    rolldownOptions: {
      external: externalPackages(),
      output: {
        chunkFileNames: 'chunks/[name]-[hash].js',
        // For frameworks that render components on servers: these have state and effects.
        banner: ({isEntry, name}) =>
          isEntry && name.startsWith('entries/react') ? "'use client';" : '',
      },
    },
  },
};

/**
 * For servers without Node's conditions, such as workers at the edge: the same entries on Lit's build
 * for servers, as its others need a DOM already when they are imported.
 */
const serverBuild: UserConfig = {
  resolve: {conditions: ['node', 'module', 'production']},
  build: {
    ...packageBuild.build,
    outDir: 'dist/server',
    lib: {
      // The command runs in Node alone.
      entry: {...sourceEntries, ...extraEntries((name) => name !== 'cli.ts')},
      formats: ['es'],
    },
    rolldownOptions: {
      ...packageBuild.build?.rolldownOptions,
      external: externalPackages((name) => !/^(@lit\/|lit$)/.test(name)),
    },
  },
};

/** A second pass over the built-in minifier's output takes out another tenth. */
const terser: Plugin = {
  name: 'terser',
  async generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk') continue;
      const {code = file.code} = await minify(file.code, {
        module: true,
        ecma: 2020,
        compress: {passes: 3, sequences: false},
      });
      file.code = code;
    }
  },
};

/**
 * Half of the charts are lines, which need neither bars nor grounds, and nothing moves at first. Curves,
 * and segments with styles of their own, come with `smooth` or a page's options.
 */
const chartInParts = splitChart({
  first: ['BasePlatform', 'Chart', 'LinearScale', 'LineController', 'LineElement', 'PointElement'],
  later: [
    {
      file: '/src/charting/filled-parts.ts',
      exports: ['BarController', 'BarElement', 'CategoryScale', 'Chart', 'Filler'],
      instead: {
        autoSkip: '(scale, ticks) => ticks',
        decorateText: '() => {}',
        drawBackdrop: '() => {}',
        drawScaleTitle: '() => {}',
        rotateScaleLabels: 'function () {this.labelRotation = 0}',
        tickSize: '() => {}',
      },
    },
    {
      file: '/src/charting/smooth-parts.ts',
      instead: {
        _updateBezierControlPoints: '() => {}',
        _bezierInterpolation: '() => {}',
        _bezierCurveTo: '() => {}',
        _steppedInterpolation: '() => {}',
        _steppedLineTo: '() => {}',
        doSplitByStyles: '(line, segments) => segments',
        strokePathDirect: '() => {}',
        // Only a page's options give ticks of one scale different fonts.
        tickFont: `function () {
          if (this.fontOf !== this.options) this.tickFont = toFont((this.fontOf = this.options).ticks.font);
          return this.tickFont;
        }`,
      },
    },
    {
      file: '/src/charting/motion-parts.ts',
      instead: {
        Animations: 'class {update(target, values) {Object.assign(target, values)}}',
        animator: '{listen() {}, running() {}, has() {}, stop() {}, remove() {}}',
      },
      // Charts that are there already have told another one whom to call.
      then: {
        code: `for (const chart of Object.values(Chart.instances)) {
          animator.listen(chart, 'complete', onAnimationsComplete);
          animator.listen(chart, 'progress', onAnimationProgress);
        }`,
        names: ['Chart', 'onAnimationsComplete', 'onAnimationProgress'],
      },
    },
  ],
});

interface ModuleGraph {
  getModuleInfo(id: string): ModuleInfo | null;
}

/** Tells whether the tag's script needs a module at once; the script itself is none of them. */
function isInitial(id: string, graph: ModuleGraph): boolean {
  const seen = new Set<string>();
  const isReached = (importer: string): boolean => {
    const info = seen.has(importer) ? null : graph.getModuleInfo(importer);
    seen.add(importer);
    return !!info && (info.isEntry || info.importers.some(isReached));
  };
  return !graph.getModuleInfo(id)?.isEntry && isReached(id);
}

/** For script tags: everything inside, minified, the heavy parts in chunks that load on demand. */
const cdnBuild: UserConfig = {
  // Where the written tags expect the files; `--base` says another place.
  base: '/tinybird-chart/',
  plugins: [
    compactTemplates,
    plainDecorators,
    chartInParts,
    shortenChart,
    inlineRuntime,
    terser,
    compileAhead,
    skeletonSheet(),
    integrity(),
  ],
  resolve: {
    alias: {
      '@kurkle/color': `${root}src/charting/plain-color.ts`,
      'lit/decorators.js': `${root}src/elements/plain-property.ts`,
    },
  },
  build: {
    target: 'es2022',
    outDir: 'dist/cdn',
    manifest: 'manifest.json',
    lib: {entry: {'tinybird-chart': 'src/cdn.ts'}, formats: ['es']},
    rolldownOptions: {
      output: {
        minify: true,
        // Names of some thirty files stand in the first script, and no letter of a hash compresses.
        chunkFileNames: 'chunks/[name]-[hash:6].js',
        codeSplitting: {
          // One file for all that the tag's script needs at once. The entry itself stays apart: its
          // address is how it finds its own tag, and nothing may import it a second time.
          // Kinds of charts share what shapes rows and reads the theme, directions of text and the
          // week: that stays in one file, too.
          groups: [
            // With a few lines that several late parts need.
            {
              name: (id, graph) =>
                /src\/(errors\/configuration-error|lib\/clock)\.ts$/.test(id) ||
                isInitial(id, graph)
                  ? 'shell'
                  : null,
            },
            {
              name: 'drawn-views',
              test: /src\/(elements\/drawn-views|charting\/(theme|own-direction)|series\/week-start)\.ts$/,
            },
            // After what shapes rows, which charts in HTML have without Chart.js.
            {name: 'charting-parts', test: /src\/elements\/charting-parts\.ts$/},
          ],
        },
      },
    },
  },
};

/** What `--mode` names; without it, the package is built. */
const BUILDS: Record<string, UserConfig | undefined> = {cdn: cdnBuild, server: serverBuild};

export default defineConfig(({mode}) => ({
  root,
  publicDir: false,
  define: mode in BUILDS ? {'process.env.NODE_ENV': '"production"'} : {},
  ...(BUILDS[mode] ?? packageBuild),
}));
