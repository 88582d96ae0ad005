import {isLocale} from '../lib/intl-names.js';

/**
 * Language in use at `element`: the nearest `lang`, through shadow roots, else the browser's, English
 * where that is no language tag.
 */
export function inheritedLanguage(element: Element): string {
  let current: Element | null = element;
  while (current) {
    const found: string | undefined = current
      .closest('[lang]:not([lang=""])')
      ?.getAttribute('lang') as string | undefined;
    if (found && isLocale(found)) return found;
    const root = current.getRootNode();
    current = root instanceof ShadowRoot ? root.host : null;
  }
  const {language} = navigator;
  // WebKit and Chromium on Linux pass on what LANG says, such as `C`.
  return isLocale(language) ? language : 'en';
}
