import {sessionTokensFor} from './clerk-core.js';
import type {ClerkCore} from './clerk-core.js';
import {bare, notFound, resource} from './fapi-answer.js';
import {sessionJson} from './client-json.js';
import type {Route, RouteCall} from './route-table.js';
import {templateClaims} from './template-token.js';

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
  const templateToken = async (call: RouteCall) => {
    const session = ownSession(call);
    const template = core.templates.get(call.params['template'] ?? '');
    if (!template) throw notFound(`The JWT template "${call.params['template']}"`);
    const claims = templateClaims({
      template,
      session,
      directory: core.directory,
      issuer: core.issuer(),
      origin: call.request.origin,
      nowMs: core.now(),
    });
    return bare({object: 'token', jwt: await core.mintTemplateToken(claims, template.signingKey)});
  };

  return [
    {method: 'POST', path: '/v1/client/sessions/:id/touch', run: touch},
    {method: 'POST', path: '/v1/client/sessions/:id/tokens', run: sessionToken},
    {method: 'POST', path: '/v1/client/sessions/:id/tokens/:template', run: templateToken},
    {method: 'GET', path: '/.well-known/jwks.json', run: () => bare(core.signer.jwks)},
  ];
}
