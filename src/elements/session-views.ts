// Loaded late: what only visitors see who are not signed in, or have no organization.
import type {ReactiveController, ReactiveControllerHost, TemplateResult} from 'lit';
import type {Organization, SessionActions} from '../auth/token-source.js';
import type {VisitorText} from '../messages/catalogue.js';
import {adoptSheet} from './adopt-sheet.js';
import type {ChartState} from './events.js';
import {organizationStyles} from './organization-view.styles.js';
import {organizationView} from './organization-view.js';
import {SignInTurn} from './sign-in-turn.js';

/** What the signed-out and no-organization views of a host need to know and can do. */
export class SessionViews implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #actions: () => SessionActions | null;
  readonly #turn: SignInTurn;
  #organizations: readonly Organization[] | null = null;
  #listing: SessionActions | null = null;
  #failure: string | null = null;

  constructor(host: ReactiveControllerHost & Element, actions: () => SessionActions | null) {
    this.#host = host;
    this.#actions = actions;
    this.#turn = new SignInTurn(host);
    host.addController(this);
  }

  /** True where the built-in button would do something, and this chart has its turn to show it. */
  get offersSignIn(): boolean {
    return this.#actions() !== null && this.#turn.isOurs;
  }

  /** Why the last action did not work, or null. */
  get failure(): string | null {
    return this.#failure;
  }

  /** Tells what the host shows now, and the provider or document that it shares a button with. */
  follow(state: ChartState, scope: object): void {
    const needsSession = state === 'signed-out' || state === 'no-organization';
    this.#turn.want(needsSession ? scope : null);
    if (!needsSession) this.#failure = null;
    if (state !== 'no-organization') {
      this.#organizations = null;
      this.#listing = null;
      return;
    }
    const actions = this.#actions();
    if (actions && this.#turn.isOurs && this.#listing !== actions) void this.#list(actions);
  }

  signIn(): void {
    void this.#try(async () => this.#actions()?.signIn());
  }

  /** The choice of an organization. */
  organizationView(text: VisitorText): TemplateResult {
    const select = (id: string) =>
      void this.#try(async () => this.#actions()?.selectOrganization(id));
    adoptSheet(this.#host, organizationStyles.styleSheet);
    return organizationView(this.#organizations, text, select);
  }

  hostDisconnected(): void {
    this.#listing = null;
  }

  async #list(actions: SessionActions): Promise<void> {
    this.#listing = actions;
    await this.#try(async () => {
      const organizations = await actions.listOrganizations();
      if (this.#listing === actions) this.#organizations = organizations;
    });
  }

  async #try(action: () => Promise<void>): Promise<void> {
    try {
      await action();
      this.#failure = null;
    } catch (error) {
      this.#failure = error instanceof Error ? error.message : 'Clerk did not answer.';
    }
    this.#host.requestUpdate();
  }
}
