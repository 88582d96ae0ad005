import {ChartError, type ChartErrorDetails} from './chart-error.js';

/** No Clerk turned up on the page. Still listened for. */
export class ClerkNotFoundError extends ChartError {
  constructor(message: string, details?: ChartErrorDetails) {
    super('clerk-not-found', message, {...details, retryable: true});
  }
}

/** The page runs Clerk with another publishable key than the one asked for. */
export class ClerkKeyMismatchError extends ChartError {
  constructor(message: string, details?: ChartErrorDetails) {
    super('clerk-key-mismatch', message, details);
  }
}

/** Clerk has no JWT template of the name asked for. */
export class JwtTemplateMissingError extends ChartError {
  constructor(message: string, details?: ChartErrorDetails) {
    super('jwt-template-missing', message, details);
  }
}

/** The token lacks a claim that Tinybird or the tenant guard needs. */
export class JwtClaimsError extends ChartError {
  constructor(message: string, details?: ChartErrorDetails) {
    super('jwt-claims', message, details);
  }
}

/** Nobody is signed in. */
export class SignedOutError extends ChartError {
  constructor(message = 'Nobody is signed in.', details?: ChartErrorDetails) {
    super('signed-out', message, details);
  }
}

/** Clerk has tasks left for the visitor before the session counts. Goes on by itself afterwards. */
export class SessionPendingError extends ChartError {
  constructor(message: string, details?: ChartErrorDetails) {
    super('session-pending', message, {...details, retryable: true});
  }
}

/** The visitor is signed in, but no organization is active. */
export class NoOrganizationError extends ChartError {
  constructor(message = 'No organization is active.', details?: ChartErrorDetails) {
    super('no-organization', message, details);
  }
}

/** The token belongs to another user or organization than the page shows. Tried again on focus. */
export class TenantMismatchError extends ChartError {
  constructor(message: string, details?: ChartErrorDetails) {
    super('tenant-mismatch', message, {...details, retryable: true});
  }
}

/** The token source cannot give a token now. */
export class TokenUnavailableError extends ChartError {
  constructor(message: string, details?: ChartErrorDetails & {readonly retryable?: boolean}) {
    super('token-unavailable', message, {retryable: true, ...details});
  }
}
