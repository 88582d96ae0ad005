import {type Documentation, readDocumentation} from './documentation.js';
import {llmsFullText, llmsText} from './llms-text.js';
import {pageShell, type ShellOptions} from './page-shell.js';
import {searchEntries} from './search-entries.js';

/** Everything of the documentation that is made and not written. */
export interface SiteFiles {
  /** Documents by page name. */
  readonly documents: ReadonlyMap<string, string>;
  /** `llms.txt` and `llms-full.txt`. */
  readonly texts: ReadonlyMap<string, string>;
  /** Sources of the modules that the pages' scripts import, by the end of their name. */
  readonly modules: ReadonlyMap<string, string>;
}

/** Reads the documentation and makes its files. */
export function makeSiteFiles(options: ShellOptions): SiteFiles {
  const {pages, playground}: Documentation = readDocumentation();
  return {
    documents: new Map(pages.map((page) => [page.name, pageShell(page, pages, options)])),
    texts: new Map([
      ['llms.txt', llmsText(pages)],
      ['llms-full.txt', llmsFullText(pages)],
    ]),
    modules: new Map([
      ['search', `export const entries = ${JSON.stringify(searchEntries(pages))};`],
      ['playground', `export const reference = ${JSON.stringify(playground)};`],
    ]),
  };
}
