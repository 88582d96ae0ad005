// The dashboard's own script: header, sign-in panel, form presets. The charts need none of it.
import './page-header.js';
import './sign-in-panel.js';
import './date-presets.js';
import './send-events.js';
import './tag-snippet.js';
import {onSession} from './clerk-session.js';
import {addSnippetButtons} from './snippet-button.js';

const STORAGE_KEY = 'demo-session';

/** Shows the part of the page for visitors or for members; remembered to open with the right one. */
void onSession((clerk) => {
  const session = clerk.user ? 'in' : 'out';
  document.documentElement.dataset['session'] = session;
  localStorage.setItem(STORAGE_KEY, session);
  const name = document.querySelector('organization-name');
  if (name && clerk.user)
    name.textContent = clerk.organization
      ? `What ${clerk.organization.name} may see, and nobody else.`
      : `${clerk.user.firstName ?? 'You'}, no organization is active.`;
});

addSnippetButtons(document.querySelectorAll('.signed-in-only tinybird-chart'));
