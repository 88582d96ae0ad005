import {sessionTokensFor} from './clerk-core.js';
import type {ClerkCore} from './clerk-core.js';
import {sessionJson} from './client-json.js';
import {bare, notFound, page, resource} from './fapi-answer.js';
import {membershipJson, organizationJson, roleJsons} from './organization-json.js';
import type {Route, RouteCall} from './route-table.js';
import {userJson} from './user-json.js';

/** Endpoints of the signed-in person and their organizations, as the organization switcher asks. */
export function accountRoutes(core: ClerkCore): Route[] {
  const {directory, store} = core;

  const currentUser = ({browser, request}: RouteCall) => {
    const id =
      request.query.get('_clerk_session_id') ?? browser.client?.lastActiveSessionId ?? null;
    return store.session(browser.client, id).user;
  };

  const memberships = (call: RouteCall) => {
    const user = currentUser(call);
    const items = directory
      .belongings(user)
      .map((belonging) => membershipJson(directory, user, belonging));
    return page(items, call.request.query);
  };

  const ownOrganization = (call: RouteCall) => {
    const id = call.params['id'] ?? '';
    const belonging = directory.belonging(currentUser(call), id);
    if (!belonging) throw notFound(`Organization ${id}`);
    return belonging.organization;
  };

  const members = (call: RouteCall) => {
    const {id} = ownOrganization(call);
    const items = directory.members(id).flatMap((user) => {
      const belonging = directory.belonging(user, id);
      return belonging ? [membershipJson(directory, user, belonging)] : [];
    });
    return page(items, call.request.query);
  };

  // One bare list, unlike the others; a profile page shows one line for each session.
  const activeSessions = async (call: RouteCall) => {
    const user = currentUser(call);
    const sessions = store.sessions.filter((session) => session.user === user);
    const mint = sessionTokensFor(core, call.request.origin);
    const items = sessions.map(async (session) => ({
      ...(await sessionJson(directory, session, mint)),
      latest_activity: {object: 'session_activity', id: `act_${session.id}`},
    }));
    return bare(await Promise.all(items));
  };

  const nothing = (call: RouteCall) => {
    currentUser(call);
    return page([], call.request.query);
  };

  return [
    {
      method: 'GET',
      path: '/v1/me',
      run: (call) => resource(userJson(directory, currentUser(call))),
    },
    {method: 'GET', path: '/v1/me/organization_memberships', run: memberships},
    {method: 'GET', path: '/v1/me/organization_invitations', run: nothing},
    {method: 'GET', path: '/v1/me/organization_suggestions', run: nothing},
    {method: 'GET', path: '/v1/me/sessions/active', run: activeSessions},
    {
      method: 'GET',
      path: '/v1/organizations/:id',
      run: (call) => resource(organizationJson(directory, ownOrganization(call))),
    },
    {method: 'GET', path: '/v1/organizations/:id/memberships', run: members},
    {
      method: 'GET',
      path: '/v1/organizations/:id/roles',
      run: (call) => page(roleJsons(), call.request.query),
    },
    {method: 'GET', path: '/v1/organizations/:id/invitations', run: nothing},
    {method: 'GET', path: '/v1/organizations/:id/membership_requests', run: nothing},
  ];
}
