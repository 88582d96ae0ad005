import type {Framework} from './project.js';

/** One file to put into an app. */
export interface SnippetFile {
  readonly path: string;
  /** What to do with it, for people. */
  readonly place: string;
  readonly code: string;
}

/** What the files of every framework are made of. */
export interface SnippetParts {
  readonly pipes: readonly string[];
  /** One tag for each pipe. */
  readonly tags: readonly string[];
  /** Settings of the page, as attributes of the script tag. */
  readonly attributes: readonly string[];
  /** The same as a call. */
  readonly configure: string;
  /** How names of scripts end. */
  readonly script: 'js' | 'ts';
}

const NEW = 'a new file';
const IMPORTED = `${NEW}; import Dashboard from it, and put <Dashboard /> where the charts belong`;
const ROUTED = `${NEW}; its page is /dashboard`;
const SKELETON = "import 'tinybird-chart/skeleton.css';";
const DEFINE = "import {configure} from 'tinybird-chart/define';";

/** How each framework has the charts in its page. */
export const SNIPPET_FILES: Readonly<
  Record<Framework, (parts: SnippetParts) => readonly SnippetFile[]>
> = {
  html: ({attributes, tags}) => [
    {
      path: 'your page',
      place: 'with a copy of node_modules/tinybird-chart/dist/cdn as /tinybird-chart',
      code: `<script
  type="module"
  src="/tinybird-chart/tinybird-chart.js"
  ${attributes.join('\n  ')}
></script>
${tags.join('\n')}`,
    },
  ],

  react: (parts) => [
    {path: `src/Dashboard.${parts.script}x`, place: IMPORTED, code: reactModule(parts)},
  ],

  next: (parts) => [
    {
      path: `app/dashboard/page.${parts.script}x`,
      place: ROUTED,
      code: `'use client';\n${SKELETON}\n${reactModule(parts, 'default ')}`,
    },
  ],

  vue: (parts) => [
    {
      path: `vite.config.${parts.script}`,
      place: 'in place of vue()',
      code: `vue({
  template: {compilerOptions: {isCustomElement: (tag) => tag.startsWith('tinybird-')}},
})`,
    },
    {
      path: 'src/Dashboard.vue',
      place: IMPORTED,
      code: vueComponent(`${DEFINE}\n\n${parts.configure}`, parts),
    },
  ],

  nuxt: (parts) => [
    {
      path: `nuxt.config.${parts.script}`,
      place: 'within defineNuxtConfig({})',
      code: "vue: {compilerOptions: {isCustomElement: (tag) => tag.startsWith('tinybird-')}},",
    },
    {
      path: `app/plugins/tinybird-chart.client.${parts.script}`,
      place: NEW,
      code: `export default defineNuxtPlugin((nuxt) => {
  nuxt.hook('app:mounted', async () => {
    const {configure} = await import('tinybird-chart/define');
${indent(parts.configure, 4)}
  });
});`,
    },
    {
      path: 'app/components/Dashboard.vue',
      place: `${NEW}; put <Dashboard /> where the charts belong`,
      code: vueComponent(SKELETON, parts),
    },
  ],

  svelte: (parts) => [
    {
      path: 'src/Dashboard.svelte',
      place: IMPORTED,
      code: svelteComponent(`${DEFINE}\n\n${parts.configure}`, parts),
    },
  ],

  sveltekit: (parts) => [
    {
      path: 'src/routes/dashboard/+page.svelte',
      place: ROUTED,
      code: svelteComponent(`${DEFINE}\n${SKELETON}\n\n${parts.configure}`, parts),
    },
  ],

  astro: ({configure, tags}) => [
    {
      path: 'src/pages/dashboard.astro',
      place: ROUTED,
      code: `---
${SKELETON}
---

<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Dashboard</title>
  </head>
  <body>
${indent(tags.join('\n'), 4)}
    <script>
${indent(`${DEFINE}\n\n${configure}`, 6)}
    </script>
  </body>
</html>`,
    },
  ],

  angular: ({configure, tags}) => [
    {
      path: 'src/app/dashboard.ts',
      place: `${NEW}; add Dashboard to the imports of a component, <app-dashboard /> to its template`,
      code: `import {Component, CUSTOM_ELEMENTS_SCHEMA} from '@angular/core';
${DEFINE}

${configure}

@Component({
  selector: 'app-dashboard',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: \`
${indent(tags.join('\n'), 4)}
  \`,
})
export class Dashboard {}`,
    },
  ],
};

function reactModule({configure, pipes}: SnippetParts, exported: '' | 'default ' = ''): string {
  return `import {configure, TinybirdChart} from 'tinybird-chart/react';

${configure}

export ${exported}function Dashboard() {
  return (
    <>
${pipes.map((pipe) => `      <TinybirdChart pipe="${pipe}" />`).join('\n')}
    </>
  );
}`;
}

/** TypeScript takes a component for untyped that does not say its language. */
function language({script}: SnippetParts): string {
  return script === 'ts' ? ' lang="ts"' : '';
}

function svelteComponent(code: string, parts: SnippetParts): string {
  return `<script${language(parts)}>\n${indent(code)}\n</script>\n\n${parts.tags.join('\n')}`;
}

function vueComponent(code: string, parts: SnippetParts): string {
  return `<script setup${language(parts)}>
${code}
</script>

<template>
${indent(parts.tags.join('\n'))}
</template>`;
}

function indent(text: string, spaces = 2): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(spaces));
}
