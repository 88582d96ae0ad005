import {html, type TemplateResult} from 'lit';
import type {Organization} from '../auth/token-source.js';
import type {VisitorText} from '../messages/catalogue.js';

/** The visitor's organizations as buttons; null while they are on their way. */
export function organizationView(
  organizations: readonly Organization[] | null,
  text: VisitorText,
  select: (id: string) => void,
): TemplateResult {
  if (organizations?.length === 0)
    return html`<div part="message" class="message">
      <p part="message-text">${text.noMemberships}</p>
    </div>`;
  return html`<div part="message" class="message">
    <p part="message-text">${text['no-organization']}</p>
    <ul part="organizations" aria-label=${text.chooseOrganization}>
      ${(organizations ?? []).map(
        ({id, name}) =>
          html`<li>
            <button part="button" type="button" @click=${() => select(id)}>${name}</button>
          </li>`,
      )}
    </ul>
  </div>`;
}
