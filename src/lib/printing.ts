import {Listeners} from './listeners.js';

let isBetween = false;
let changed: Listeners | undefined;

/** Tells whether the page is being printed: from `beforeprint` on, or as long as its media is print. */
export function isPrinting(): boolean {
  return isBetween || matchMedia('print').matches;
}

/** Calls back, inside the browser's own notice, when the page begins or ends to be printed. */
export function onPrintChange(callback: () => void): () => void {
  if (!changed) {
    const listeners = new Listeners();
    const follow = (isStart: boolean) => () => {
      isBetween = isStart;
      listeners.emit();
    };
    addEventListener('beforeprint', follow(true));
    addEventListener('afterprint', follow(false));
    matchMedia('print').addEventListener('change', () => listeners.emit());
    changed = listeners;
  }
  return changed.add(callback);
}
