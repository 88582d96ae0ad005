import type {Clerk} from '@clerk/clerk-js';
import {onSession} from './clerk-session.js';
import {bindLookChoice} from './look-choice.js';
import {effectiveTheme, onThemeChange, toggleTheme} from './theme-choice.js';

const PAGES = [
  ['/index.html', 'Dashboard'],
  ['/pages/gallery.html', 'Gallery'],
  ['/pages/states.html', 'States'],
  ['/pages/plain.html', 'Ten lines'],
  ['/docs/', 'Documentation'],
] as const;

const LOGO = `<svg viewBox="0 0 28 28" aria-hidden="true"><rect width="28" height="28" rx="8" fill="var(--accent)"/><path d="M7 19.5V15m4.67 4.5v-8m4.66 8V14m4.67 5.5v-11" stroke="var(--accent-text)" stroke-width="2.6" stroke-linecap="round"/></svg>`;
const SUN = `<svg viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round"><circle cx="12" cy="12" r="4"/><path d="M12 3v1.5M12 19.5V21M3 12h1.5M19.5 12H21M5.6 5.6l1.1 1.1M17.3 17.3l1.1 1.1M5.6 18.4l1.1-1.1M17.3 6.7l1.1-1.1"/></svg>`;
const MOON = `<svg viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round"><path d="M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5Z"/></svg>`;

/** The bar on top of each page: where to go, light or dark, who is signed in. */
export class PageHeader extends HTMLElement {
  #isMounted = false;

  connectedCallback(): void {
    this.innerHTML = `
      <a class="brand" href="/index.html">${LOGO}<span class="brand-name">Lantern</span></a>
      <nav aria-label="Pages"></nav>
      <div class="account">
        <div class="organization-switcher"><div></div></div>
        <select class="look" aria-label="Look">
          <option value="">Default</option>
          <option value="dense">Dense</option>
          <option value="playful">Playful</option>
          <option value="tinybird">Tinybird</option>
        </select>
        <button class="icon-button theme" type="button"></button>
        <button class="button primary sign-in-button" type="button" hidden>Sign in</button>
        <div class="user-button"><div></div></div>
      </div>`;
    const path = location.pathname === '/' ? '/index.html' : location.pathname;
    this.#part('nav').append(
      ...PAGES.map(([href, name]) => {
        const link = document.createElement('a');
        link.href = href;
        link.textContent = name;
        if (href === path) link.setAttribute('aria-current', 'page');
        return link;
      }),
    );
    bindLookChoice(this.querySelector<HTMLSelectElement>('.look')!);
    const button = this.#part('.theme');
    button.addEventListener('click', toggleTheme);
    onThemeChange(() => {
      const other = effectiveTheme() === 'dark' ? 'light' : 'dark';
      button.innerHTML = other === 'light' ? SUN : MOON;
      button.setAttribute('aria-label', `Use ${other} colours`);
      button.title = `Use ${other} colours`;
    });
    void onSession((clerk) => this.#showAccount(clerk));
  }

  #showAccount(clerk: Clerk): void {
    const signInButton = this.#part('.sign-in-button');
    signInButton.hidden = Boolean(clerk.user);
    signInButton.onclick = () => clerk.openSignIn();
    if (Boolean(clerk.user) === this.#isMounted) return;
    this.#isMounted = Boolean(clerk.user);
    const switcher = this.#part('.organization-switcher > div');
    const userButton = this.#part('.user-button > div');
    if (this.#isMounted) {
      clerk.mountOrganizationSwitcher(switcher, {hidePersonal: true, skipInvitationScreen: true});
      clerk.mountUserButton(userButton);
    } else {
      clerk.unmountOrganizationSwitcher(switcher);
      clerk.unmountUserButton(userButton);
    }
  }

  #part(selector: string): HTMLDivElement {
    return this.querySelector<HTMLDivElement>(selector)!;
  }
}
