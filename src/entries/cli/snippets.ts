/** What a snippet can be written for. */
export const FRAMEWORKS = ['html', 'react', 'next', 'vue', 'svelte', 'angular'] as const;

/** What a snippet can be written for. */
export type Framework = (typeof FRAMEWORKS)[number];

/** What the snippet's chart needs besides its defaults. */
export interface SnippetSettings {
  readonly host: string;
  /** At least one. */
  readonly pipes: readonly string[];
  /** Null where the page runs Clerk itself. */
  readonly publishableKey: string | null;
  readonly template: string;
  /** `user` and `none` where no organization keeps tenants apart. */
  readonly tenancy: 'auto' | 'user' | 'none';
}

const DEFAULT_TEMPLATE = 'tinybird';

/** Returns the lines to put into an app, file names before them. */
export function toSnippet(framework: Framework, settings: SnippetSettings): string {
  const tags = chartTags(settings, [`host="${settings.host}"`]);
  switch (framework) {
    case 'html':
      return htmlSnippet(settings);
    case 'react':
      return reactSnippet(settings, 'src/dashboard.jsx');
    case 'next':
      return reactSnippet(settings, 'app/dashboard/page.jsx (inside your ClerkProvider)');
    case 'vue':
      return `// vite.config.js
vue({template: {compilerOptions: {isCustomElement: (tag) => tag.startsWith('tinybird-')}}});

// src/main.js
import 'tinybird-chart/define';

<!-- src/Dashboard.vue -->
<template>
  ${tags.join('\n  ')}
</template>`;
    case 'svelte':
      return `<!-- src/Dashboard.svelte -->
<script>
  import 'tinybird-chart/define';
</script>

${tags.join('\n')}`;
    case 'angular':
      return `// src/app/dashboard.component.ts
import {Component, CUSTOM_ELEMENTS_SCHEMA} from '@angular/core';
import 'tinybird-chart/define';

@Component({
  selector: 'app-dashboard',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: \`${tags.join('\n    ')}\`,
})
export class DashboardComponent {}`;
  }
}

function htmlSnippet(settings: SnippetSettings): string {
  const page = [
    `data-host="${settings.host}"`,
    ...(settings.publishableKey ? [`data-clerk-publishable-key="${settings.publishableKey}"`] : []),
  ];
  return `<!-- Copy node_modules/tinybird-chart/dist/cdn to where you serve static files. -->
<script
  type="module"
  src="/tinybird-chart/tinybird-chart.js"
  ${page.join('\n  ')}
></script>
${chartTags(settings).join('\n')}`;
}

function chartTags(
  {pipes, template, tenancy}: SnippetSettings,
  attributes: readonly string[] = [],
): string[] {
  const all = [
    ...attributes,
    ...(template === DEFAULT_TEMPLATE ? [] : [`jwt-template="${template}"`]),
    ...(tenancy === 'auto' ? [] : [`tenancy="${tenancy}"`]),
  ];
  return pipes.map(
    (pipe) => `<tinybird-chart ${[`pipe="${pipe}"`, ...all].join(' ')}></tinybird-chart>`,
  );
}

function reactSnippet({host, pipes, template, tenancy}: SnippetSettings, file: string): string {
  const settings = [
    `host="${host}"`,
    ...(template === DEFAULT_TEMPLATE ? [] : [`jwtTemplate="${template}"`]),
    ...(tenancy === 'auto' ? [] : [`tenancy="${tenancy}"`]),
  ].join(' ');
  return `// ${file}
import {TinybirdChart, TinybirdProvider} from 'tinybird-chart/react';

export default function Dashboard() {
  return (
    <TinybirdProvider ${settings}>
      ${pipes.map((pipe) => `<TinybirdChart pipe="${pipe}" />`).join('\n      ')}
    </TinybirdProvider>
  );
}`;
}
