/** A heading of the navigation with its pages, by file name without `.md`, in reading order. */
export interface PageGroup {
  readonly title: string;
  readonly pages: readonly string[];
}

/** Every page of the documentation. A Markdown file that is not listed fails the tests. */
export const SITE_MAP: readonly PageGroup[] = [
  {title: 'Start', pages: ['index', 'quick-start', 'playground', 'recipes']},
  {title: 'Set up', pages: ['accounts', 'tenancy', 'security', 'without-clerk']},
  {
    title: 'Charts',
    pages: ['charts', 'parameters', 'interaction', 'formats', 'theming', 'accessibility', 'scale'],
  },
  {title: 'Apps', pages: ['script-tag', 'frameworks', 'client', 'migration', 'local-stack']},
  {title: 'Reference', pages: ['reference', 'errors']},
];

/** All page names in reading order. */
export const PAGE_NAMES: readonly string[] = SITE_MAP.flatMap(({pages}) => pages);
