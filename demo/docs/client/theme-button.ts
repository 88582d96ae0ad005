import {effectiveTheme, onThemeChange, toggleTheme} from '../../theme-choice.js';

const SUN = `<svg viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round"><circle cx="12" cy="12" r="4"/><path d="M12 3v1.5M12 19.5V21M3 12h1.5M19.5 12H21M5.6 5.6l1.1 1.1M17.3 17.3l1.1 1.1M5.6 18.4l1.1-1.1M17.3 6.7l1.1-1.1"/></svg>`;
const MOON = `<svg viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round"><path d="M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5Z"/></svg>`;

/** Makes the button turn light into dark and back, and say which it will be. */
export function bindThemeButton(button: HTMLButtonElement): void {
  button.addEventListener('click', toggleTheme);
  onThemeChange(() => {
    const other = effectiveTheme() === 'dark' ? 'light' : 'dark';
    button.innerHTML = other === 'light' ? SUN : MOON;
    button.setAttribute('aria-label', `Use ${other} colours`);
    button.title = `Use ${other} colours`;
  });
}
