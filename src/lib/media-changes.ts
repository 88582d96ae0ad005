import {Listeners} from './listeners.js';

const QUERIES = [
  '(prefers-color-scheme: dark)',
  '(prefers-contrast: more)',
  '(prefers-reduced-motion: reduce)',
  '(forced-colors: active)',
];

let changed: Listeners | undefined;

/** Calls back when the visitor changes scheme, contrast, motion or forced colours. */
export function onMediaChange(callback: () => void): () => void {
  if (!changed) {
    const listeners = new Listeners();
    for (const query of QUERIES) {
      matchMedia(query).addEventListener('change', () => listeners.emit());
    }
    changed = listeners;
  }
  return changed.add(callback);
}
