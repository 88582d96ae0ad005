import {html, type TemplateResult} from 'lit';
import type {ChartError} from '../errors/chart-error.js';
import type {VisitorText} from '../messages/catalogue.js';
import type {ChartType} from './chart-settings.js';
import type {ChartState} from './events.js';
import type {SessionViews} from './session-views.js';
import {visitorSentence} from './visitor-text.js';
import {messageView} from './message-view.js';
import {skeletonView} from './skeleton-view.js';

/** What the views without rows are made of. */
export interface StateViewModel {
  readonly state: ChartState;
  readonly type: ChartType;
  readonly error: ChartError | null;
  readonly text: VisitorText;
  /** Null while its code is on its way. */
  readonly session: SessionViews | null;
  readonly noSignIn: boolean;
  readonly signIn: () => void;
  readonly retry: () => void;
}

/** The view of a state without rows, inside the slot by which a page can replace it. */
export function stateView(model: StateViewModel): TemplateResult {
  const {state, type, error} = model;
  switch (state) {
    case 'no-organization':
      return html`<slot name="no-organization">${organizations(model)}</slot>`;
    case 'signed-out':
    case 'empty':
    case 'rate-limited':
    case 'offline':
    case 'error':
      return html`<slot name=${state}>${message(model)}</slot>`;
    default: {
      const isStuck = state === 'waiting' && error;
      return html`<slot name="loading">${isStuck ? message(model) : skeletonView(type)}</slot>`;
    }
  }
}

function message(model: StateViewModel): TemplateResult {
  const {state, error, text, retry} = model;
  const lines = error && [error.message, ...error.causes.map((cause) => `• ${cause}`)];
  const again = state === 'error' ? {label: text.retry, run: retry} : null;
  return messageView({
    text: visitorSentence(state, error, text),
    label: text.details,
    detail: lines && lines.join('\n'),
    action: state === 'signed-out' ? signInAction(model) : again,
  });
}

function signInAction({session, noSignIn, text, signIn}: StateViewModel) {
  return session?.offersSignIn && !noSignIn ? {label: text.signIn, run: signIn} : null;
}

function organizations({session, text}: StateViewModel): TemplateResult {
  if (!session?.offersSignIn)
    return messageView({
      text: text['no-organization'],
      label: text.details,
      detail: session?.failure ?? null,
    });
  return session.organizationView(text);
}
