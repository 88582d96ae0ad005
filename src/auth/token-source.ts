import type {ChartError} from '../errors/chart-error.js';

/** The claims of a Tinybird JWT that this package reads. Times in milliseconds. */
export interface TokenClaims {
  readonly expiresAtMs: number | null;
  readonly issuedAtMs: number | null;
  readonly subject: string | null;
  readonly workspaceId: string | null;
  /** Label of the token, and the key under which Tinybird counts its rate limit. */
  readonly name: string | null;
  /** `alg` of the header. Tinybird wants HS256 and does not read it (docs, JWT page). */
  readonly algorithm: string | null;
  /** Requests per second, or null where the token sets no limit. */
  readonly requestsPerSecond: number | null;
  readonly scopes: readonly TokenScope[];
  /** The whole payload, for claims named by the page's author. */
  readonly payload: Readonly<Record<string, unknown>>;
}

/** One entry of a JWT's `scopes`. */
export interface TokenScope {
  readonly type: string;
  readonly resource: string;
  readonly fixedParams: Readonly<Record<string, unknown>>;
}

/** What may be shown of a source's present token: never the token itself. */
export interface TokenInspection {
  /** Null without a token, and for tokens that are not JWTs. */
  readonly claims: TokenClaims | null;
  /** Server's clock minus the device's, in milliseconds; null where nothing was learnt of it. */
  readonly skewMs: number | null;
}

/** What is sent as Bearer. `claims` is null for tokens that are not JWTs. */
export interface AccessToken {
  readonly value: string;
  readonly claims: TokenClaims | null;
  /** Identity that the token was checked against. */
  readonly identityKey: string;
}

/** Who the page's session belongs to. Equal `key` means that rows may be shared. */
export interface Identity {
  readonly key: string;
  readonly userId: string | null;
  readonly organization: Organization | null;
}

/** An organization that the visitor is a member of. */
export interface Organization {
  readonly id: string;
  readonly slug: string | null;
  readonly name: string;
}

/**
 * Why a source has no identity yet: looking for Clerk, first token on its way (sources without
 * sign-in of their own), session in transition, restored page, visitor has tasks left in Clerk.
 */
export type WaitingReason = 'clerk' | 'token' | 'transition' | 'restored' | 'pending-session';

/** What a source knows about the visitor. */
export type AuthState =
  | {readonly status: 'waiting'; readonly reason: WaitingReason; readonly error?: ChartError}
  | {readonly status: 'signed-out'}
  | {readonly status: 'signed-in'; readonly identity: Identity}
  | {readonly status: 'failed'; readonly error: ChartError};

/** How strictly rows are bound to an organization. `auto` is decided by session and claims. */
export type Tenancy = 'auto' | 'organization' | 'user' | 'none';

/** What a token is wanted for. */
export interface TokenRequest {
  readonly pipe: string;
  readonly tenancy: Tenancy;
  /** Dotted path of the organization claim, or null for the usual places. */
  readonly tenantClaim: string | null;
  /** A token that Tinybird refused: asks for another one, at most one renewal for each. */
  readonly rejected?: AccessToken | undefined;
  readonly signal: AbortSignal;
}

/** What the built-in views can do about a missing session. */
export interface SessionActions {
  signIn(): Promise<void>;
  listOrganizations(): Promise<readonly Organization[]>;
  selectOrganization(id: string): Promise<void>;
}

/**
 * Where tokens come from: the seam between sign-in and everything else. One source serves all
 * charts with the same settings.
 */
export interface TokenSource {
  /** Equal for sources that may share rows and tokens. Never holds a token. */
  readonly key: string;
  readonly state: AuthState;
  /** Calls back after each change of `state`; nothing is asked for while it runs. */
  observe(callback: () => void): () => void;
  /**
   * Gives a token that is valid now (by the estimated server clock), belongs to `state.identity`
   * and passes the tenant guard for the pipe.
   *
   * @throws {SignedOutError | NoOrganizationError | TenantMismatchError | JwtClaimsError |
   *   JwtTemplateMissingError | PipeForbiddenError | TokenUnavailableError} as the case may be;
   *   `signal.reason` when aborted.
   */
  requestToken(request: TokenRequest): Promise<AccessToken>;
  /** True while the token may still open a request: not within 5 s of its end. */
  isUsable(token: AccessToken): boolean;
  /** Tells about the token that the present identity has, if any; asks for nothing. */
  inspect?(): TokenInspection;
  /** Null for sources without sign-in of their own. */
  readonly actions: SessionActions | null;
}
