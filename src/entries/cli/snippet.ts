import type {Framework} from './project.js';
import {SNIPPET_FILES, type SnippetFile} from './snippet-files.js';

/** What the snippet's charts need besides their defaults. */
export interface SnippetSettings {
  readonly host: string;
  /** At least one. */
  readonly pipes: readonly string[];
  /** Null where the page runs Clerk itself. */
  readonly publishableKey: string | null;
  readonly template: string;
  /** `user` and `none` where no organization keeps tenants apart. */
  readonly tenancy: 'auto' | 'user' | 'none';
  /** Whether files are named for TypeScript. @default false */
  readonly isTypeScript?: boolean;
}

const DEFAULT_TEMPLATE = 'tinybird';

/** Returns what to put into an app, as `init` prints it: each file after where it belongs. */
export function toSnippet(framework: Framework, settings: SnippetSettings): string {
  const files = toSnippetFiles(framework, settings).map(
    ({path, place, code}) => `In ${path}, ${place}:\n\n${code}`,
  );
  const clerk =
    framework === 'html' ? 'data-clerk-publishable-key="pk_…"' : "clerkPublishableKey: 'pk_…'";
  const missing = `The page has to run Clerk. Where it does not, add ${clerk} to the settings above.`;
  return [...files, ...(settings.publishableKey === null ? [missing] : [])].join('\n\n');
}

/** Returns the files that give an app's page the charts. */
export function toSnippetFiles(
  framework: Framework,
  settings: SnippetSettings,
): readonly SnippetFile[] {
  const {pipes, isTypeScript = false} = settings;
  const named = pageSettings(settings);
  return SNIPPET_FILES[framework]({
    pipes,
    tags: pipes.map((pipe) => `<tinybird-chart pipe="${pipe}"></tinybird-chart>`),
    attributes: named.map(([name, value]) => `data-${toAttribute(name)}="${escapeHtml(value)}"`),
    configure: `configure({\n${named.map(([name, value]) => `  ${name}: ${quote(value)},\n`).join('')}});`,
    script: isTypeScript ? 'ts' : 'js',
  });
}

/** Settings of the whole page, by property name. */
function pageSettings({
  host,
  publishableKey,
  template,
  tenancy,
}: SnippetSettings): readonly (readonly [name: string, value: string])[] {
  return [
    ['host', host],
    ...(publishableKey === null ? [] : [['clerkPublishableKey', publishableKey] as const]),
    ...(template === DEFAULT_TEMPLATE ? [] : [['jwtTemplate', template] as const]),
    ...(tenancy === 'auto' ? [] : [['tenancy', tenancy] as const]),
  ];
}

function toAttribute(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}

function quote(text: string): string {
  return `'${text.replace(/[\\']/g, String.raw`\$&`)}'`;
}
