import {jwt} from '../../auth/support/jwt.js';
import type {ModelClock} from './model-clock.js';

/** How Clerk's server treats requests for tokens. */
export type TokenFault =
  'none' | 'limited' | 'broken' | 'dropped' | 'no-template' | 'slow' | 'stuck';

/** A session as the server holds it, whatever the tabs show. */
export interface ServerSession {
  readonly id: string;
  readonly userId: string;
  organization: string | null;
  isLive: boolean;
  /** True while its user has something to do first. */
  isPending: boolean;
}

/** What Clerk throws: fields that this package reads, and no more. */
export class ScriptedClerkError extends Error {
  readonly status: number | undefined;
  readonly code: string | undefined;
  readonly retryAfter: number | undefined;

  constructor(fields: {status?: number; code?: string; retryAfter?: number}) {
    super(`Clerk: ${fields.status ?? fields.code}`);
    this.status = fields.status;
    this.code = fields.code;
    this.retryAfter = fields.retryAfter;
  }
}

/** Settings of a `ClerkServer`. */
export interface ClerkServerOptions {
  readonly clock: ModelClock;
  readonly lifetimeMs?: number;
  readonly latencyMs?: number;
  readonly requestsPerSecond?: number | null;
  readonly pipes?: readonly string[];
}

const LATENCY_MS = {slow: 4_000, stuck: 25_000};

/** The server side of Clerk: template tokens follow the organization that it holds, not the tab's. */
export class ClerkServer {
  fault: TokenFault = 'none';
  isOnline = true;
  /** Life of template tokens made from now on. */
  lifetimeMs: number;
  readonly sessions = new Map<string, ServerSession>();
  /** Requests for template tokens that reached the server. */
  templateRequests = 0;
  readonly #options: Required<Omit<ClerkServerOptions, 'lifetimeMs'>>;
  #lastId = 0;

  constructor(options: ClerkServerOptions) {
    const defaults = {
      latencyMs: 50,
      requestsPerSecond: 5,
      pipes: ['sales', 'visits'],
    };
    this.#options = {...defaults, ...options};
    this.lifetimeMs = options.lifetimeMs ?? 60_000;
  }

  get clock(): ModelClock {
    return this.#options.clock;
  }

  begin(userId: string, organization: string | null): ServerSession {
    this.#lastId += 1;
    const id = `sess_${this.#lastId}`;
    const session = {id, userId, organization, isLive: true, isPending: false};
    this.sessions.set(session.id, session);
    return session;
  }

  /** Tells the server which organization a tab shows. */
  async touch(sessionId: string, organization: string | null): Promise<void> {
    await this.#travel('none');
    const session = this.#live(sessionId);
    session.organization = organization;
    await this.#travel('none');
  }

  /** Makes Clerk's own session token, or one of the template: its body names no organization. */
  async token(sessionId: string, template: string | undefined): Promise<string> {
    const {fault} = this;
    await this.#travel(fault);
    if (template !== undefined) this.templateRequests += 1;
    if (fault === 'limited') throw new ScriptedClerkError({status: 429, retryAfter: 1});
    if (fault === 'broken') throw new ScriptedClerkError({status: 500});
    const session = this.#live(sessionId);
    const isUnknown = template !== undefined && template !== 'tinybird';
    if (isUnknown || (fault === 'no-template' && template))
      throw new ScriptedClerkError({status: 404});
    const token = this.#mint(session, template);
    await this.#travel(fault);
    return token;
  }

  /** Half of a round trip. */
  async #travel(fault: TokenFault): Promise<void> {
    const roundTripMs =
      fault === 'slow' || fault === 'stuck' ? LATENCY_MS[fault] : this.#options.latencyMs;
    await this.clock.wait(roundTripMs / 2);
    if (!this.isOnline || fault === 'dropped') {
      throw new ScriptedClerkError({code: 'network_error'});
    }
  }

  #live(sessionId: string): ServerSession {
    const session = this.sessions.get(sessionId);
    if (!session?.isLive) throw new ScriptedClerkError({status: 401});
    return session;
  }

  #mint({id, userId, organization}: ServerSession, template: string | undefined): string {
    const {requestsPerSecond, pipes, clock} = this.#options;
    const iat = Math.floor(clock.serverNow() / 1000);
    this.#lastId += 1;
    const claims = {iat, exp: iat + this.lifetimeMs / 1000, sub: userId, jti: this.#lastId};
    if (template === undefined) return jwt({...claims, sid: id});
    const params = {org: organization, user: userId};
    return jwt({
      ...claims,
      name: `${userId}_${organization}`,
      workspace_id: 'workspace_1',
      ...(requestsPerSecond !== null && {limits: {rps: requestsPerSecond}}),
      scopes: pipes.map((resource) => ({type: 'PIPES:READ', resource, fixed_params: params})),
    });
  }
}
