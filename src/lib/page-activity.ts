import {Listeners} from './listeners.js';

/** What the page can tell about itself: seen, connected, just restored. */
export interface PageActivity {
  /** False while the tab is in the background. */
  readonly isVisible: boolean;
  /** True while the visitor's keyboard is with this page: no other tab is looked at. */
  readonly hasFocus: boolean;
  /** False only when the browser is sure that there is no network. */
  readonly isOnline: boolean;
  /** Calls back whenever `isVisible` or `isOnline` changes. */
  onChange(callback: () => void): () => void;
  /** Calls back when the window gains focus. */
  onFocus(callback: () => void): () => void;
  /** Calls back just before the page may be frozen, for instance into the back-forward cache. */
  onHide(callback: () => void): () => void;
  /** Calls back when a page comes back from the back-forward cache. */
  onRestore(callback: () => void): () => void;
}

/** Watches `window` with one set of listeners for all callers; never removed, as the page is one. */
export function createPageActivity(scope: Window & typeof globalThis = window): PageActivity {
  const changed = new Listeners();
  const focused = new Listeners();
  const hidden = new Listeners();
  const restored = new Listeners();
  scope.document.addEventListener('visibilitychange', () => changed.emit());
  scope.addEventListener('online', () => changed.emit());
  scope.addEventListener('offline', () => changed.emit());
  scope.addEventListener('focus', () => focused.emit());
  scope.addEventListener('pagehide', () => hidden.emit());
  scope.addEventListener('pageshow', (event) => {
    if (event.persisted) restored.emit();
  });
  return {
    get isVisible() {
      return scope.document.visibilityState !== 'hidden';
    },
    get hasFocus() {
      return scope.document.hasFocus();
    },
    get isOnline() {
      return scope.navigator.onLine;
    },
    onChange: (callback) => changed.add(callback),
    onFocus: (callback) => focused.add(callback),
    onHide: (callback) => hidden.add(callback),
    onRestore: (callback) => restored.add(callback),
  };
}
