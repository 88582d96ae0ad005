import {readFileSync} from 'node:fs';
import type {Plugin} from 'vite';
import {skeletonStyles} from '../../src/elements/skeleton-view.styles.js';

/** Puts `skeleton.css` beside the scripts. */
export function skeletonSheet(): Plugin {
  return {
    name: 'skeleton-sheet',
    generateBundle() {
      this.emitFile({type: 'asset', fileName: 'skeleton.css', source: skeletonCss()});
    },
  };
}

/** `src/skeleton.css`, and the shapes that the element itself shows once it is defined. */
export function skeletonCss(): string {
  const frame = readFileSync(new URL('../../src/skeleton.css', import.meta.url), 'utf8');
  // Motion and forced colours are the sheet's own, as a pseudo-element has none inside.
  const shapes = skeletonStyles.cssText.replace(/@[^{]+\{(?:[^{}]*\{[^{}]*\})*\s*\}/g, '');
  const rules = [...shapes.matchAll(/([^{}]+)\{([^{}]*)\}/g)]
    .map(([, selector = '', body = '']) => ({selector: selector.trim(), body}))
    .filter(({selector}) => !selector.endsWith('::after'))
    .map(({selector, body}) => `${toSheetSelector(selector)} {${body}}\n`);
  return `${rules.join('')}${frame}`;
}

/** `.skeleton:is(.auto, .area)` of the element as the pseudo-element of a tag. */
function toSheetSelector(selector: string): string {
  return selector
    .split(/,\n\s*/)
    .map((each) => {
      const [, attribute = '', shape = ''] =
        /^(?::host\((\S+)\) )?\.skeleton(.*)$/.exec(each) ?? [];
      const types = shape
        .replace('.auto', ':not([type]), .auto')
        .replace(/\.([\w-]+)/g, "[type='$1']");
      return `:where(tinybird-chart${types}${attribute}:not(:defined))::after`;
    })
    .join(',\n');
}
