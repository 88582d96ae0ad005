// The dashboard's own script: header, sign-in panel, form presets. The charts need none of it.
import type {Clerk} from '@clerk/clerk-js';
import {onSession} from './clerk-session.js';
import {DatePresets} from './date-presets.js';
import {PageHeader} from './page-header.js';
import {SendEvents} from './send-events.js';
import {SignInPanel} from './sign-in-panel.js';
import {addSnippetButtons} from './snippet-button.js';
import {TagSnippet} from './tag-snippet.js';

const STORAGE_KEY = 'demo-session';

customElements.define('page-header', PageHeader);
customElements.define('sign-in-panel', SignInPanel);
customElements.define('date-presets', DatePresets);
customElements.define('send-events', SendEvents);
customElements.define('tag-snippet', TagSnippet);

/** Shows the part of the page for visitors or for members; remembered to open with the right one. */
void onSession((clerk) => {
  const session = clerk.user ? 'in' : 'out';
  document.documentElement.dataset['session'] = session;
  localStorage.setItem(STORAGE_KEY, session);
  const line = document.querySelector('organization-name');
  if (line && clerk.user) line.textContent = scopeOf(clerk.user, clerk.organization?.name);
});

function scopeOf(user: NonNullable<Clerk['user']>, organization: string | undefined): string {
  if (organization) return `What ${organization} may see, and nobody else.`;
  const name = user.firstName ?? 'You';
  return user.organizationMemberships.length > 0
    ? `${name}, choose an organization to see its numbers.`
    : `${name} belongs to no organization, so there is nothing to see.`;
}

addSnippetButtons(document.querySelectorAll('.signed-in-only tinybird-chart'));
