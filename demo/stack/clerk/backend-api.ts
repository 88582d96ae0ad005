// The part of Clerk's Backend API that sets an application up: its JWT templates, and a token of one
// for a session. Shapes and limits are those of Clerk's OpenAPI description; the texts of refusals
// are not described there.

import {randomBytes} from 'node:crypto';
import {z} from 'zod';
import type {ClerkCore} from './clerk-core.js';
import {FapiError, notFound, unauthenticated} from './fapi-answer.js';
import type {FapiRequest} from './fapi-request.js';
import type {JwtTemplate} from './jwt-template.js';
import {matchRoute} from './route-table.js';
import {templateToken} from './token-routes.js';

/** Claims that Clerk writes itself (Clerk docs, JWT templates). */
const RESERVED = ['azp', 'exp', 'iat', 'iss', 'jti', 'nbf', 'sub', 'sid'];

const templateFields = z.object({
  name: z.string().regex(/^[\w-]+$/),
  claims: z
    .record(z.string(), z.json())
    .refine((claims) => !RESERVED.some((name) => name in claims), 'uses a reserved claim'),
  lifetime: z.number().int().min(30).max(315_360_000).nullish(),
  allowed_clock_skew: z.number().int().min(0).max(300).nullish(),
  custom_signing_key: z.boolean().optional(),
  signing_algorithm: z.literal('HS256').nullish(),
  signing_key: z.string().min(1).nullish(),
});

const changedFields = templateFields.partial();

type TemplateFields = z.infer<typeof changedFields>;

/** Tells whether a request is for the Backend API; pages cannot reach it through their proxy. */
export function isBackendPath({path, isProxied}: FapiRequest): boolean {
  return !isProxied && /^\/v1\/(jwt_templates|sessions)(\/|$)/.test(path);
}

/**
 * Answers a request of the Backend API with its body.
 * @throws {FapiError} 401 without the secret key, 404 and 422 as Clerk does.
 */
export async function answerBackendApi(core: ClerkCore, request: FapiRequest): Promise<unknown> {
  checkSecretKey(core, request);
  const {templates} = core;

  const byId = (id = '') => {
    const template = [...templates.values()].find((each) => each.id === id);
    if (!template) throw notFound(`JWT template ${id}`);
    return template;
  };
  const store = (template: JwtTemplate, replaced?: JwtTemplate) => {
    const taken = templates.get(template.name);
    if (taken && taken.id !== replaced?.id) throw unprocessable('name', 'is taken');
    if (replaced) templates.delete(replaced.name);
    templates.set(template.name, template);
    return templateJson(template);
  };
  const list = () => {
    const data = [...templates.values()].map(templateJson);
    return request.query.get('paginated') === 'true' ? {data, total_count: data.length} : data;
  };
  const create = async () => {
    const fields = templateFields.safeParse(await readJson(request));
    if (!fields.success) throw invalidFields(fields.error);
    const now = core.now();
    const created: JwtTemplate = {
      id: `jtmp_${randomBytes(12).toString('hex')}`,
      name: fields.data.name,
      claims: fields.data.claims,
      signingKey: null,
      lifetimeS: 60,
      clockSkewS: 5,
      createdAtMs: now,
      updatedAtMs: now,
    };
    return store(changed(created, fields.data, now));
  };
  const update = async (id: string | undefined) => {
    const template = byId(id);
    const fields = changedFields.safeParse(await readJson(request));
    if (!fields.success) throw invalidFields(fields.error);
    return store(changed(template, fields.data, core.now()), template);
  };
  const remove = (id: string | undefined) => {
    const template = byId(id);
    templates.delete(template.name);
    return {object: 'jwt_template', id: template.id, deleted: true};
  };
  const tokenOfSession = async ({id, template}: Readonly<Record<string, string>>) => {
    const session = core.store.sessions.find((each) => each.id === id);
    if (!session) throw notFound(`Session ${id}`);
    const answer = await templateToken(core, {template: template ?? '', session});
    return answer.kind === 'bare' ? answer.body : null;
  };

  const routes = [
    {method: 'GET', path: '/v1/jwt_templates', answer: list},
    {method: 'POST', path: '/v1/jwt_templates', answer: create},
    {
      method: 'GET',
      path: '/v1/jwt_templates/:id',
      answer: ({id}: Params) => templateJson(byId(id)),
    },
    {method: 'PATCH', path: '/v1/jwt_templates/:id', answer: ({id}: Params) => update(id)},
    {method: 'DELETE', path: '/v1/jwt_templates/:id', answer: ({id}: Params) => remove(id)},
    {method: 'POST', path: '/v1/sessions/:id/tokens/:template', answer: tokenOfSession},
  ];
  const match = matchRoute(routes, request);
  if (!match) throw notFound(`${request.method} ${request.path}`);
  return match.route.answer(match.params);
}

type Params = Readonly<Record<string, string>>;

function checkSecretKey({secretKey}: ClerkCore, {authorization}: FapiRequest): void {
  const given = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
  if (!given) throw unauthenticated();
  if (given === secretKey) return;
  const text = 'The provided Clerk Secret Key is invalid. Make sure that it is correct.';
  throw new FapiError(401, 'clerk_key_invalid', text);
}

function changed(template: JwtTemplate, fields: TemplateFields, nowMs: number): JwtTemplate {
  const isCustom = fields.custom_signing_key ?? template.signingKey !== null;
  const signingKey = isCustom ? (fields.signing_key ?? template.signingKey) : null;
  if (isCustom && !signingKey) throw unprocessable('signing_key', 'is missing');
  if (isCustom && !template.signingKey && !fields.signing_algorithm) {
    throw unprocessable('signing_algorithm', 'is missing');
  }
  return {
    ...template,
    name: fields.name ?? template.name,
    claims: fields.claims ?? template.claims,
    signingKey,
    lifetimeS: fields.lifetime ?? template.lifetimeS,
    clockSkewS: fields.allowed_clock_skew ?? template.clockSkewS,
    updatedAtMs: nowMs,
  };
}

/** The signing key is never given back. */
function templateJson(template: JwtTemplate) {
  return {
    object: 'jwt_template',
    id: template.id,
    name: template.name,
    claims: template.claims,
    lifetime: template.lifetimeS,
    allowed_clock_skew: template.clockSkewS,
    custom_signing_key: template.signingKey !== null,
    signing_algorithm: template.signingKey === null ? 'RS256' : 'HS256',
    created_at: template.createdAtMs,
    updated_at: template.updatedAtMs,
  };
}

async function readJson(request: FapiRequest): Promise<unknown> {
  try {
    return JSON.parse(await request.readText());
  } catch (error) {
    if (error instanceof FapiError) throw error;
    throw new FapiError(400, 'request_body_invalid', 'The request body is not JSON.');
  }
}

function unprocessable(name: string, problem: string): FapiError {
  return new FapiError(422, 'form_param_value_invalid', `${name} ${problem}.`, {param_name: name});
}

function invalidFields(error: z.ZodError): FapiError {
  const [issue] = error.issues;
  return unprocessable(String(issue?.path[0] ?? 'body'), issue?.message ?? 'is invalid');
}
