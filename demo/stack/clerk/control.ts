import {z} from 'zod';
import type {Directory} from './directory.js';
import {FapiError, notFound} from './fapi-answer.js';
import type {JwtTemplate} from './jwt-template.js';
import type {SessionStore} from './session-store.js';

const sessionId = z.string();

/** What a test or the demo page may change from outside; several at once are done in this order. */
const controlSchema = z
  .strictObject({
    reset: z.literal(true),
    revokeSession: sessionId,
    pendingSession: z.strictObject({sessionId, isPending: z.boolean()}),
    switchOrganization: z.strictObject({sessionId, organizationId: z.string().nullable()}),
    revokeMembership: z.strictObject({userId: z.string(), organizationId: z.string()}),
    setTemplateLifetime: z.strictObject({
      template: z.string(),
      lifetimeS: z.number().int().positive().optional(),
      clockSkewS: z.number().int().nonnegative().optional(),
    }),
    setTemplateClaims: z.strictObject({
      template: z.string(),
      claims: z.record(z.string(), z.json()),
    }),
    removeTemplate: z.string(),
    clockSkewMs: z.number(),
  })
  .partial();

/** One call of `POST /__control`. */
export type ControlRequest = z.infer<typeof controlSchema>;

/** The parts of the stand-in that control reaches. */
export interface ControlTarget {
  readonly directory: Directory;
  readonly store: SessionStore;
  readonly templates: Map<string, JwtTemplate>;
  readonly setClockSkew: (skewMs: number) => void;
  readonly resetTemplates: () => void;
}

/** @throws {FapiError} 400 naming the first thing wrong in the body. */
export function parseControlRequest(text: string): ControlRequest {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new FapiError(400, 'control_invalid', 'The body is not JSON.');
  }
  const result = controlSchema.safeParse(body);
  if (result.success) return result.data;
  throw new FapiError(400, 'control_invalid', z.prettifyError(result.error));
}

/** Carries out a control request; throws a 404 for an unknown session or template. */
export function applyControl(target: ControlTarget, request: ControlRequest): void {
  const {directory, store} = target;
  if (request.reset) {
    store.reset();
    directory.restore();
    target.resetTemplates();
    target.setClockSkew(0);
  }
  if (request.revokeSession !== undefined) {
    store.setStatus(request.revokeSession, 'revoked');
  }
  if (request.pendingSession) {
    const {sessionId: id, isPending} = request.pendingSession;
    store.setStatus(id, isPending ? 'pending' : 'active');
  }
  if (request.switchOrganization) {
    const {sessionId: id, organizationId} = request.switchOrganization;
    store.switchOrganization(id, organizationId);
  }
  if (request.revokeMembership) {
    const {userId, organizationId} = request.revokeMembership;
    directory.revoke(userId, organizationId);
    store.leaveOrganization(userId, organizationId);
  }
  applyToTemplates(target, request);
  if (request.clockSkewMs !== undefined) target.setClockSkew(request.clockSkewMs);
}

function applyToTemplates({templates}: ControlTarget, request: ControlRequest): void {
  const change = (name: string, changes: Partial<JwtTemplate>) => {
    const template = templates.get(name);
    if (!template) throw notFound(`The JWT template "${name}"`);
    templates.set(name, {...template, ...changes});
  };
  if (request.setTemplateLifetime) {
    const {template, lifetimeS, clockSkewS} = request.setTemplateLifetime;
    change(template, {
      ...(lifetimeS !== undefined && {lifetimeS}),
      ...(clockSkewS !== undefined && {clockSkewS}),
    });
  }
  if (request.setTemplateClaims) {
    const {template, claims} = request.setTemplateClaims;
    change(template, {claims: claims});
  }
  if (request.removeTemplate !== undefined && !templates.delete(request.removeTemplate)) {
    throw notFound(`The JWT template "${request.removeTemplate}"`);
  }
}

/** The live sessions with the organization the server holds for each; no tokens. */
export function describeSessions(store: SessionStore) {
  return store.sessions.map(({id, status, user, organizationId}) => ({
    id,
    status,
    userId: user.id,
    organizationId,
  }));
}
