import {sessionTokensFor} from './clerk-core.js';
import type {ClerkCore} from './clerk-core.js';
import {bare, notFound, resource} from './fapi-answer.js';
import type {FapiAnswer} from './fapi-answer.js';
import {sessionJson} from './client-json.js';
import type {Route, RouteCall} from './route-table.js';
import type {StoredSession} from './session-store.js';
import {templateClaims} from './template-token.js';

/** Who asks for a token of which template. */
interface TemplateTokenCall {
  readonly template: string;
  readonly session: StoredSession;
  readonly origin?: string | undefined;
}

/** Answers with a template's token. @throws {FapiError} 404 for an unknown template. */
export async function templateToken(core: ClerkCore, call: TemplateTokenCall): Promise<FapiAnswer> {
  const template = core.templates.get(call.template);
  if (!template) throw notFound(`The JWT template "${call.template}"`);
  const claims = templateClaims({
    template,
    session: call.session,
    directory: core.directory,
    issuer: core.issuer(),
    origin: call.origin,
    nowMs: core.now(),
  });
  const {signingKey} = template;
  const jwt = signingKey
    ? await core.mintTemplateToken(claims, signingKey)
    : await core.signer.sign(claims);
  return bare({object: 'token', jwt});
}

/** Endpoints of one session: organization switch, session tokens, template tokens, JWKS. */
export function tokenRoutes(core: ClerkCore): Route[] {
  const {store} = core;

  const ownSession = ({browser, params}: RouteCall) =>
    store.session(browser.client, params['id'] ?? null);

  const touch = async (call: RouteCall) => {
    const form = await call.request.readForm();
    const session = ownSession(call);
    if (call.browser.client) {
      store.touch(call.browser.client, session, form.get('active_organization_id'));
    }
    return resource(
      await sessionJson(core.directory, session, sessionTokensFor(core, call.request.origin)),
    );
  };

  const sessionToken = async (call: RouteCall) => {
    const asked = (await call.request.readForm()).get('organization_id');
    const session = ownSession(call);
    const jwt = await core.signer.mint(session, {
      origin: call.request.origin,
      ...(asked !== null && {organizationId: asked === '' ? null : asked}),
    });
    return bare({object: 'token', jwt});
  };

  // The body is not read: the organization is the one the server holds for the session.
  const ownTemplateToken = (call: RouteCall) =>
    templateToken(core, {
      template: call.params['template'] ?? '',
      session: ownSession(call),
      origin: call.request.origin,
    });

  return [
    {method: 'POST', path: '/v1/client/sessions/:id/touch', run: touch},
    {method: 'POST', path: '/v1/client/sessions/:id/tokens', run: sessionToken},
    {method: 'POST', path: '/v1/client/sessions/:id/tokens/:template', run: ownTemplateToken},
    {method: 'GET', path: '/.well-known/jwks.json', run: () => bare(core.signer.jwks)},
  ];
}
