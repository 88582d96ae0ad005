const STORAGE_KEY = 'demo-theme';

const systemDark = matchMedia('(prefers-color-scheme: dark)');
const callbacks = new Set<() => void>();

systemDark.addEventListener('change', () => callbacks.forEach((callback) => callback()));

/** Light or dark as the page shows now: what the visitor chose here, else the system's. */
export function effectiveTheme(): 'light' | 'dark' {
  const chosen = document.documentElement.dataset['theme'];
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return systemDark.matches ? 'dark' : 'light';
}

/** Turns light into dark and back; kept for the next visit. */
export function toggleTheme(): void {
  const other = effectiveTheme() === 'dark' ? 'light' : 'dark';
  document.documentElement.dataset['theme'] = other;
  localStorage.setItem(STORAGE_KEY, other);
  callbacks.forEach((callback) => callback());
}

/** Calls back at once and on each change. */
export function onThemeChange(callback: () => void): void {
  callbacks.add(callback);
  callback();
}
