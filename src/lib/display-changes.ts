import {Listeners} from './listeners.js';

const QUERIES = [
  '(prefers-color-scheme: dark)',
  '(prefers-contrast: more)',
  '(prefers-reduced-motion: reduce)',
  '(forced-colors: active)',
];

let changed: Listeners | undefined;

/**
 * Calls back when the visitor changes scheme, contrast, motion or forced colours, or the page the
 * `lang` of its root or has loaded a font.
 */
export function onDisplayChange(callback: () => void): () => void {
  if (!changed) {
    const listeners = new Listeners();
    const tell = () => listeners.emit();
    for (const query of QUERIES) matchMedia(query).addEventListener('change', tell);
    document.fonts.addEventListener('loadingdone', tell);
    const root = document.documentElement;
    new MutationObserver(tell).observe(root, {attributeFilter: ['lang']});
    changed = listeners;
  }
  return changed.add(callback);
}
