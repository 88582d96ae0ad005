import {startedClerk} from './clerk-session.js';
import {readStackInfo} from './stack-info.js';

const BATCH = 60;
const SPREAD_MS = 4000;
const PAGES = ['/', '/pricing', '/docs', '/product'];

/** A button that appends page views for the active organization through the Events API. */
export class SendEvents extends HTMLElement {
  connectedCallback(): void {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button small';
    button.textContent = 'Send';
    button.setAttribute('aria-label', 'Send visits');
    button.title = `Sends ${BATCH} page views of the last seconds`;
    const said = document.createElement('span');
    said.className = 'visually-hidden';
    said.setAttribute('role', 'status');
    button.addEventListener('click', () => {
      button.disabled = true;
      sendPageViews(BATCH)
        .then(() => (said.textContent = `${BATCH} visits sent.`))
        .catch((error: unknown) => {
          said.textContent = String(error);
          button.title = String(error);
        })
        .finally(() => (button.disabled = false));
    });
    this.replaceChildren(button, said);
    // A foreign workspace gives no append token to a page.
    void readStackInfo().then(({tinybird}) => (this.hidden = tinybird.appendToken === null));
  }
}

async function sendPageViews(count: number): Promise<void> {
  const [{tinybird}, clerk] = await Promise.all([readStackInfo(), startedClerk()]);
  const slug = clerk.organization?.slug;
  if (!slug || !tinybird.appendToken) throw new Error('No organization is active.');
  const rows = Array.from({length: count}, (_, at) => ({
    timestamp: new Date(Date.now() - Math.random() * SPREAD_MS)
      .toISOString()
      .replace(/[TZ]/g, (letter) => (letter === 'T' ? ' ' : '')),
    org_id: slug,
    visitor_id: `v_demo_${at % 20}`,
    page: PAGES[at % PAGES.length],
    country: 'US',
  }));
  const response = await fetch(`${tinybird.host}/v0/events?name=live_events`, {
    method: 'POST',
    headers: {authorization: `Bearer ${tinybird.appendToken}`},
    body: rows.map((row) => JSON.stringify(row)).join('\n'),
  });
  if (!response.ok) throw new Error(`The Events API answered ${response.status}.`);
}
