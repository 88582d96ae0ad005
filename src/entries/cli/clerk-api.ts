import {isRecord} from '../../auth/jwt-claims.js';
import {isLoopback} from '../../tinybird/host.js';
import {CliError} from './cli-error.js';
import {sendRequest, type HttpAnswer, type OutgoingRequest} from './send-request.js';

/** What of a JWT template can be chosen; the signing key is written, and never given back. */
export interface TemplateSettings {
  readonly claims: Readonly<Record<string, unknown>>;
  /** Seconds that a token works. */
  readonly lifetime: number;
  /** Seconds that are taken off `nbf`. */
  readonly allowed_clock_skew: number;
  /** `RS256` means the application's own key. */
  readonly signing_algorithm: string;
}

/** A JWT template of a Clerk application. */
export interface JwtTemplate extends TemplateSettings {
  readonly id: string;
  readonly name: string;
  readonly custom_signing_key: boolean;
}

/** Where Clerk's Backend API is, and what opens it. */
export interface ClerkAccess {
  readonly api: string;
  readonly secretKey: string;
  readonly fetch: typeof fetch;
}

/** Clerk refused; the message is Clerk's own. */
export class ClerkRefusalError extends CliError {
  readonly status: number;

  constructor(status: number, message: string, secretKey: string) {
    super(`Clerk refused (${status}): ${message}`, 1, fixOf(status, secretKey));
    this.status = status;
  }
}

function fixOf(status: number, secretKey: string): {readonly fix?: string} {
  if (status !== 401 && status !== 403) return {};
  if (secretKey.startsWith('pk_'))
    return {
      fix: 'CLERK_SECRET_KEY holds a publishable key (pk_…): put the secret key (sk_…) there.',
    };
  return {fix: 'Copy the secret key (sk_…) of this application again into CLERK_SECRET_KEY.'};
}

/** @throws {CliError} for an address to which the secret key must not go. */
export function parseClerkApi(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isSafe =
    url !== null &&
    ((url.protocol === 'https:' && /(^|\.)clerk\.(com|dev)$/.test(url.hostname)) ||
      (url.protocol === 'http:' && isLoopback(url.hostname)));
  if (isSafe) return url.origin;
  throw new CliError('--clerk-api takes https://api.clerk.com or an address of this machine.', 2);
}

/** Finds a template by name. @throws {ClerkRefusalError} for a wrong key. */
export async function findTemplate(access: ClerkAccess, name: string): Promise<JwtTemplate | null> {
  const {body} = await ask(access, '/v1/jwt_templates?limit=500');
  const listed = isRecord(body) ? body['data'] : body;
  const template = Array.isArray(listed)
    ? listed.filter(isRecord).find((each) => each['name'] === name)
    : undefined;
  return template ? toTemplate(template) : null;
}

/** Creates a template, or changes the one with `id`. @throws {ClerkRefusalError} */
export async function writeTemplate(
  access: ClerkAccess,
  template: TemplateSettings & {readonly name: string; readonly id: string | null},
  signingKey: string,
): Promise<void> {
  const {id, ...fields} = template;
  const path = id === null ? '/v1/jwt_templates' : `/v1/jwt_templates/${encodeURIComponent(id)}`;
  await ask(access, path, {
    method: id === null ? 'POST' : 'PATCH',
    json: {...fields, custom_signing_key: true, signing_key: signingKey},
  });
}

/** Makes a token of a template for somebody's session. @throws {ClerkRefusalError} */
export async function createToken(
  access: ClerkAccess,
  sessionId: string,
  template: string,
): Promise<string> {
  const path = [sessionId, 'tokens', template].map(encodeURIComponent).join('/');
  const {body} = await ask(access, `/v1/sessions/${path}`, {method: 'POST', json: {}});
  if (isRecord(body) && typeof body['jwt'] === 'string') return body['jwt'];
  throw new CliError('Clerk answered without a token.');
}

async function ask(
  {api, secretKey, fetch: send}: ClerkAccess,
  path: string,
  request: OutgoingRequest = {},
): Promise<HttpAnswer> {
  const headers = {authorization: `Bearer ${secretKey}`};
  const answer = await sendRequest(send, new URL(path, api), {...request, headers});
  if (answer.status >= 200 && answer.status < 300) return answer;
  throw new ClerkRefusalError(answer.status, firstErrorOf(answer.body), secretKey);
}

/** `{errors: [{code, message, long_message}]}` */
function firstErrorOf(body: unknown): string {
  const errors = isRecord(body) && Array.isArray(body['errors']) ? body['errors'] : [];
  const [error] = errors.filter(isRecord);
  const text = error?.['long_message'] ?? error?.['message'];
  return typeof text === 'string' ? text : 'no reason given';
}

function toTemplate(json: Readonly<Record<string, unknown>>): JwtTemplate {
  const number = (value: unknown) => (typeof value === 'number' ? value : 0);
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return {
    id: text(json['id']),
    name: text(json['name']),
    claims: isRecord(json['claims']) ? json['claims'] : {},
    lifetime: number(json['lifetime']),
    allowed_clock_skew: number(json['allowed_clock_skew']),
    custom_signing_key: json['custom_signing_key'] === true,
    signing_algorithm: text(json['signing_algorithm']),
  };
}
