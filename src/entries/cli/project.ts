import type {CliSystem} from './cli-system.js';

/** What a snippet can be written for. */
export const FRAMEWORKS = [
  'html',
  'react',
  'next',
  'vue',
  'nuxt',
  'svelte',
  'sveltekit',
  'astro',
  'angular',
] as const;

/** What a snippet can be written for. */
export type Framework = (typeof FRAMEWORKS)[number];

/** What the project in the working directory is made with. */
export interface Project {
  /** `html` where its `package.json` names no framework. */
  readonly framework: Framework;
  readonly isTypeScript: boolean;
}

/** The whole frameworks first: each brings, or may bring, one of the others. */
const PACKAGES: readonly (readonly [name: string, framework: Framework])[] = [
  ['next', 'next'],
  ['nuxt', 'nuxt'],
  ['@sveltejs/kit', 'sveltekit'],
  ['astro', 'astro'],
  ['@angular/core', 'angular'],
  ['vue', 'vue'],
  ['svelte', 'svelte'],
  ['react', 'react'],
];

/** Reads from the project's `package.json` and `tsconfig.json` what it is made with. */
export async function readProject({readText}: CliSystem): Promise<Project> {
  const [manifest, tsconfig] = await Promise.all([
    readText('package.json'),
    readText('tsconfig.json'),
  ]);
  const names = packageNames(manifest);
  const [, framework = 'html'] = PACKAGES.find(([name]) => names.has(name)) ?? [];
  return {framework, isTypeScript: tsconfig !== null || names.has('typescript')};
}

function packageNames(manifest: string | null): ReadonlySet<string> {
  const {dependencies, devDependencies} = parseManifest(manifest);
  return new Set([...Object.keys(dependencies ?? {}), ...Object.keys(devDependencies ?? {})]);
}

interface Manifest {
  readonly dependencies?: object;
  readonly devDependencies?: object;
}

function parseManifest(text: string | null): Manifest {
  try {
    return (JSON.parse(text ?? '{}') ?? {}) as Manifest;
  } catch (error) {
    // npm has better words for it; here it only means that nothing is known.
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}
