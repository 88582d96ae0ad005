import type {ClerkCore} from './clerk-core.js';
import {notFound, page, resource} from './fapi-answer.js';
import {membershipJson, organizationJson, userJson} from './resource-json.js';
import type {Route, RouteCall} from './route-table.js';

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
    const items = directory.belongings(user).map((belonging) => membershipJson(user, belonging));
    return page(items, call.request.query);
  };

  const organization = (call: RouteCall) => {
    const id = call.params['id'] ?? '';
    const belonging = directory.belonging(currentUser(call), id);
    if (!belonging) throw notFound(`Organization ${id}`);
    return resource(organizationJson(belonging.organization));
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
    {method: 'GET', path: '/v1/organizations/:id', run: organization},
    {method: 'GET', path: '/v1/organizations/:id/membership_requests', run: nothing},
  ];
}
