import {html, type TemplateResult} from 'lit';
import type {ChartError} from '../errors/chart-error.js';
import type {ChartType} from './chart-settings.js';
import type {ChartState} from './events.js';
import type {SessionViews} from './session-views.js';
import {visitorSentence, type VisitorText} from './visitor-text.js';
import {messageView} from './message-view.js';
import {organizationView} from './organization-view.js';
import {skeletonView} from './skeleton-view.js';

/** What the views without rows are made of. */
export interface StateViewModel {
  readonly state: ChartState;
  readonly type: ChartType;
  readonly error: ChartError | null;
  readonly text: VisitorText;
  readonly session: SessionViews;
  readonly noSignIn: boolean;
  readonly signIn: () => void;
  readonly retry: () => void;
}

/** The view of a state without rows, inside the slot by which a page can replace it. */
export function stateView(model: StateViewModel): TemplateResult {
  const {state, type, error, text} = model;
  const message = (action: {label: string; run: () => void} | null = null) =>
    messageView({text: visitorSentence(state, error, text), detail: detailOf(error), action});
  switch (state) {
    case 'signed-out':
      return html`<slot name="signed-out">${message(signInAction(model))}</slot>`;
    case 'no-organization':
      return html`<slot name="no-organization">${organizations(model)}</slot>`;
    case 'empty':
      return html`<slot name="empty">${message()}</slot>`;
    case 'rate-limited':
      return html`<slot name="rate-limited">${message()}</slot>`;
    case 'offline':
      return html`<slot name="offline">${message()}</slot>`;
    case 'error':
      return html`<slot name="error">${message({label: text.retry, run: model.retry})}</slot>`;
    case 'waiting':
      return error
        ? html`<slot name="loading">${message()}</slot>`
        : html`<slot name="loading">${skeletonView(type)}</slot>`;
    default:
      return html`<slot name="loading">${skeletonView(type)}</slot>`;
  }
}

function signInAction({session, noSignIn, text, signIn}: StateViewModel) {
  return session.offersSignIn && !noSignIn ? {label: text.signIn, run: signIn} : null;
}

function organizations({session, text}: StateViewModel): TemplateResult {
  if (!session.offersSignIn)
    return messageView({text: text.noOrganization, detail: session.failure});
  return organizationView(session.organizations, text, (id) => session.select(id));
}

function detailOf(error: ChartError | null): string | null {
  return error ? [error.message, ...error.causes.map((cause) => `• ${cause}`)].join('\n') : null;
}
