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
  /** True where a visitor could sign in by a button, here or in another chart. */
  readonly canSignIn: boolean;
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
  const {state, error, text, retry, session, canSignIn, signIn} = model;
  const detail = error && [error.message, ...error.causes.map((cause) => `• ${cause}`)].join('\n');
  const again = state === 'error' && {label: text.retry, run: retry};
  const mayOffer = state === 'signed-out' && canSignIn;
  const offer = mayOffer && session?.offersSignIn && {label: text.signIn, run: signIn};
  return messageView({
    text: visitorSentence(state, error, text),
    label: text.details,
    detail,
    action: again || offer,
    hasRoom: mayOffer && !offer,
  });
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
