// The parts of the analyzer that come without types.
declare module '@custom-elements-manifest/analyzer/index.js' {
  /** The TypeScript whose trees it reads. */
  export const ts: typeof import('typescript');

  /** Returns the manifest of source files. */
  export function create(options: {
    readonly modules: readonly unknown[];
    readonly plugins: readonly unknown[];
    readonly context: object;
  }): unknown;
}

declare module '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js' {
  /** Knows Lit's decorators. */
  export function litPlugin(): readonly unknown[];
}
