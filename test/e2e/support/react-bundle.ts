import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {build, type Rolldown} from 'vite';

/** Versions that the components are tested with. */
export const REACT_VERSIONS = ['18', '19'] as const;
export type ReactVersion = (typeof REACT_VERSIONS)[number];

const fileOf = (name: string) => fileURLToPath(new URL(`${name}.ts`, import.meta.url));

const aliasOf = (version: ReactVersion) =>
  version === '19'
    ? []
    : [
        {find: /^react-dom(?=\/|$)/, replacement: 'react-dom-18'},
        {find: /^react(?=\/|$)/, replacement: 'react-18'},
      ];

const common = (version: ReactVersion) => ({
  configFile: false as const,
  logLevel: 'silent' as const,
  publicDir: false as const,
  resolve: {alias: aliasOf(version)},
  // Development builds, which are the ones that complain.
  define: {'process.env.NODE_ENV': '"development"'},
});

/** Bundles a file of this folder with a React, as one script for a page. */
export async function bundleForPage(name: string, version: ReactVersion): Promise<string> {
  const output = (await build({
    ...common(version),
    build: {
      write: false,
      minify: false,
      lib: {entry: fileOf(name), formats: ['iife'], name: 'app'},
    },
  })) as Rolldown.RolldownOutput[];
  return output[0]!.output[0].code;
}

/** Bundles a file of this folder with a React for Node, and imports it. */
export async function importForServer<T>(name: string, version: ReactVersion): Promise<T> {
  const outDir = mkdtempSync(join(tmpdir(), 'react-server-'));
  try {
    await build({
      ...common(version),
      ssr: {noExternal: true},
      build: {
        ssr: fileOf(name),
        outDir,
        rolldownOptions: {output: {entryFileNames: 'app.mjs', codeSplitting: false}},
      },
    });
    return (await import(pathToFileURL(join(outDir, 'app.mjs')).href)) as T;
  } finally {
    rmSync(outDir, {recursive: true, force: true});
  }
}
