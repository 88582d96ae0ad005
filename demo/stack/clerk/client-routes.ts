import {sessionTokensFor} from './clerk-core.js';
import type {ClerkCore} from './clerk-core.js';
import {bare, FapiError, notFound, resource, resourceAlone} from './fapi-answer.js';
import {clientJson, sessionJson, signInJson} from './client-json.js';
import type {Route, RouteCall} from './route-table.js';

/** Endpoints of the environment, the browser's client, and signing in and out. */
export function clientRoutes(core: ClerkCore): Route[] {
  const {directory, store, browsers} = core;

  const readClient = async ({browser, request}: RouteCall) => {
    if (!browser.client) return null;
    return clientJson(directory, browser.client, sessionTokensFor(core, request.origin));
  };

  const startSignIn = async ({browser, request}: RouteCall) => {
    const form = await request.readForm();
    const client = browsers.openClient(browser);
    const signIn = store.startSignIn(client, form.get('identifier') ?? '');
    const password = form.get('password');
    if (password !== null) store.finishSignIn(client, signIn, password);
    return resource(signInJson(signIn));
  };

  const attemptFirstFactor = async ({browser, request, params}: RouteCall) => {
    const form = await request.readForm();
    const {client} = browser;
    const signIn = client?.signIn;
    if (!client || !signIn || signIn.id !== params['id']) throw notFound('The sign-in');
    if (form.get('strategy') !== 'password') {
      throw new FapiError(422, 'strategy_for_user_invalid', 'Only passwords are accepted here.');
    }
    store.finishSignIn(client, signIn, form.get('password') ?? '');
    return resource(signInJson(signIn));
  };

  const signOutEverywhere = async (call: RouteCall) => {
    if (call.browser.client) store.endAll(call.browser.client);
    return resourceAlone(await readClient(call));
  };

  const endSession = (status: 'ended' | 'removed') => async (call: RouteCall) => {
    const {browser, params, request} = call;
    const session = store.session(browser.client, params['id'] ?? null);
    if (browser.client) store.end(browser.client, session, status);
    return resource(await sessionJson(directory, session, sessionTokensFor(core, request.origin)));
  };

  const openClient = async (call: RouteCall) => {
    browsers.openClient(call.browser);
    return resourceAlone(await readClient(call));
  };

  return [
    {
      method: 'POST',
      path: '/v1/dev_browser',
      run: () => bare({id: browsers.openDevBrowser().secret}),
    },
    {method: 'GET', path: '/v1/environment', run: () => bare(core.environment)},
    {method: 'PATCH', path: '/v1/environment', run: () => bare(core.environment)},
    {
      method: 'GET',
      path: '/v1/client',
      run: async (call) => resourceAlone(await readClient(call)),
    },
    {method: 'PUT', path: '/v1/client', run: openClient},
    {method: 'POST', path: '/v1/client', run: openClient},
    {method: 'DELETE', path: '/v1/client', run: signOutEverywhere},
    {method: 'DELETE', path: '/v1/client/sessions', run: signOutEverywhere},
    {method: 'POST', path: '/v1/client/sign_ins', run: startSignIn},
    {
      method: 'POST',
      path: '/v1/client/sign_ins/:id/attempt_first_factor',
      run: attemptFirstFactor,
    },
    {method: 'POST', path: '/v1/client/sessions/:id/end', run: endSession('ended')},
    {method: 'POST', path: '/v1/client/sessions/:id/remove', run: endSession('removed')},
  ];
}
